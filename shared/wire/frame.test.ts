import { describe, expect, it } from 'vitest';
import { Encoder } from 'cbor-x';
import { decodeFrame, encodeFrame } from './frame.ts';

const bytesOf = (frame: Uint8Array): ArrayBuffer => frame.slice().buffer;
const roundTrip = (message: unknown): unknown => decodeFrame(bytesOf(encodeFrame(message)));

describe('a frame', () => {
  it.each([
    ['plain data', { a: [1, -2.5, 'text', null, true, { b: [] }], ключ: 2 ** 40 }],
    ['a number alone', 7],
    ['an array alone', Float32Array.of(1, NaN, -0)],
    ['arrays at every depth', { x: [{ y: Uint8Array.of(1, 2, 3) }, Float64Array.of(0.1)], z: Int16Array.of(-4) }],
    ['empty arrays', { first: new Float32Array(0), second: Uint32Array.of(5) }],
  ])('carries %s', (_, message) => {
    expect(roundTrip(message)).toEqual(message);
  });

  it('gives arrays as aligned views of the frame, whatever their lengths', () => {
    const message = { a: Uint8Array.of(1), b: Float64Array.of(2, 3), c: Uint8Array.of(4, 5, 6), d: Float32Array.of(7) };
    const bytes = bytesOf(encodeFrame(message));
    const decoded = decodeFrame(bytes) as typeof message;
    for (const array of Object.values(decoded)) {
      expect(array.buffer).toBe(bytes);
      expect(array.byteOffset % 8).toBe(0);
    }
  });

  it('carries part of a larger buffer without the rest', () => {
    const part = Float32Array.from({ length: 1000 }, (_, index) => index).subarray(10, 13);
    const frame = encodeFrame({ part });
    expect(decodeFrame(bytesOf(frame))).toEqual({ part: Float32Array.of(10, 11, 12) });
    expect(frame.byteLength).toBeLessThan(500);
  });

  it('reads getters beside an array only after the array was copied', () => {
    const data = Float32Array.of(1);
    const times: string[] = [];
    const message = {
      data,
      timing: {
        get encodeMs() {
          times.push('read');
          return times.length;
        },
      },
    };
    const allocate = (bytes: number): Uint8Array => {
      times.push('allocated');
      return new Uint8Array(bytes);
    };
    const decoded = decodeFrame(bytesOf(encodeFrame(message, allocate))) as { timing: { encodeMs: number } };
    expect(times.at(-1)).toBe('read');
    expect(times.indexOf('allocated')).toBeLessThan(times.lastIndexOf('read'));
    expect(decoded.timing.encodeMs).toBe(times.length);
  });

  it('is written whole into memory that held other bytes', () => {
    const message = { a: Uint8Array.of(9), text: 'x'.repeat(10_000) };
    const dirty = encodeFrame(message, (bytes) => new Uint8Array(bytes + 100).fill(0xff));
    expect(decodeFrame(bytesOf(dirty))).toEqual(message);
  });
});

describe('what is no frame', () => {
  const frame = bytesOf(encodeFrame({ data: Float32Array.of(1, 2) }));
  const changed = (change: (view: DataView) => void): ArrayBuffer => {
    const copy = frame.slice(0);
    change(new DataView(copy));
    return copy;
  };
  const framed = (header: unknown, arrayBytes = 0): ArrayBuffer => {
    const body = new Encoder({ useRecords: false }).encode(header);
    const bytes = new Uint8Array(16 + arrayBytes + body.byteLength);
    bytes.set(new Uint8Array(frame, 0, 4));
    new DataView(bytes.buffer).setUint32(4, body.byteLength, true);
    new DataView(bytes.buffer).setUint32(8, arrayBytes, true);
    bytes.set(body, 16 + arrayBytes);
    return bytes.buffer;
  };
  /** Arrays in arrays, written by hand: encoding them would overflow the stack here. */
  const nested = (depth: number): ArrayBuffer => {
    const bytes = new Uint8Array(16 + depth).fill(0x81, 16);
    bytes.set(new Uint8Array(frame, 0, 4));
    new DataView(bytes.buffer).setUint32(4, depth, true);
    return bytes.buffer;
  };
  const place = (path: unknown, type: unknown, length: unknown): unknown => ({ path, type, length });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['other bytes', new TextEncoder().encode('GET / HTTP/1.1\r\n\r\n').buffer],
    ['one cut short', frame.slice(0, frame.byteLength - 1)],
    ['one with more behind it', new ArrayBuffer(frame.byteLength + 8)],
    ['a header length beyond the frame', changed((view) => view.setUint32(4, 0xffffffff, true))],
    ['an array section beyond the frame', changed((view) => view.setUint32(8, 0xfffffff8, true))],
    ['a header that is no CBOR', changed((view) => view.setUint32(view.byteLength - 4, 0xffffffff, true))],
    ['a header without a message', framed({ arrays: [] })],
    ['a list of arrays that is none', framed({ arrays: 3, message: null })],
    ['too many arrays', framed({ arrays: Array(2049).fill(place(['a'], 'Uint8Array', 0)), message: { a: null } })],
    ['an unknown type', framed({ arrays: [place([], 'BigInt64Array', 1)], message: null }, 8)],
    ['a type of the prototype', framed({ arrays: [place([], 'constructor', 1)], message: null }, 8)],
    ['a negative length', framed({ arrays: [place([], 'Uint8Array', -1)], message: null }, 8)],
    ['a fractional length', framed({ arrays: [place([], 'Uint8Array', 0.5)], message: null }, 8)],
    ['an array longer than its section', framed({ arrays: [place([], 'Float32Array', 3)], message: null }, 8)],
    ['an array without a place', framed({ arrays: [place(['b'], 'Uint8Array', 1)], message: { a: null } }, 8)],
    ['a place that is taken', framed({ arrays: [place(['a'], 'Uint8Array', 1)], message: { a: 1 } }, 8)],
    ['a place in a prototype', framed({ arrays: [place(['__proto__', 'x'], 'Uint8Array', 1)], message: {} }, 8)],
    ['nesting without end', nested(100_000)],
  ])('%s is refused as a usage fault', (_, bytes) => {
    expect(() => decodeFrame(bytes)).toThrow(/^A message on the wire is malformed/);
  });
});
