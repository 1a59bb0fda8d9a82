/** What revision 2 of the standard added, in either byte order. */
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import {
  codesOf,
  findingOf,
  infoOf,
  joined,
  opened,
  patched,
  SAMPLES,
  samplesOf,
  STRIDE,
  surveyBytes,
  traceOf,
} from './test-survey-bytes.ts';

const TRACES = 120;

describe.each([false, true])('little-endian: %s', (little) => {
  const rev2 = (patch: (view: DataView) => void = () => undefined, minor = 1): Uint8Array =>
    patched(surveyBytes({ littleEndian: little }), (view) => {
      view.setUint8(3500, 2);
      view.setUint8(3501, minor);
      view.setUint32(3296, 0x01020304, little);
      patch(view);
    });

  const page = (text: string): Uint8Array => {
    const bytes = new Uint8Array(3200).fill(0x20);
    bytes.set(new TextEncoder().encode(text));
    return bytes;
  };

  /** A further 240 bytes behind each header. */
  const extended = (bytes: Uint8Array, patch: (extension: DataView, trace: number) => void): Uint8Array => {
    const parts: Uint8Array[] = [bytes.subarray(0, 3600)];
    for (let trace = 0; trace < TRACES; trace += 1) {
      const at = 3600 + trace * STRIDE;
      const extension = new Uint8Array(240);
      extension.set(new TextEncoder().encode('SEG00001'), 232);
      patch(new DataView(extension.buffer), trace);
      parts.push(bytes.subarray(at, at + 240), extension, bytes.subarray(at + 240, at + STRIDE));
    }
    return joined(...parts);
  };

  it('opens cleanly', async () => {
    const info = await infoOf(rev2());
    expect(info).toMatchObject({ format: 'SEG-Y rev 2.1', kind: 'cube', findings: [] });
  });

  it('takes the extended sample count where the short one is not set or wrong', async () => {
    for (const short of [0, 7]) {
      const info = await infoOf(
        rev2((view) => {
          view.setUint16(3220, short, little);
          view.setInt32(3268, SAMPLES, little);
        }),
      );
      expect(info).toMatchObject({ kind: 'cube', samples: { count: SAMPLES } });
    }
  });

  it('takes the extended sample interval', async () => {
    const info = await infoOf(rev2((view) => view.setFloat64(3272, 62.5, little)));
    expect(info.samples.sampleIntervalUs).toBe(62.5);
  });

  it('finds the first trace where its offset says', async () => {
    const bytes = rev2((view) => view.setBigUint64(3520, 4096n, little));
    await opened(joined(bytes.subarray(0, 3600), new Uint8Array(496), bytes.subarray(3600)), async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: TRACES, findings: [] });
      expect(await traceOf(source, 3)).toEqual(samplesOf(3));
    });
  });

  it.each([
    ['counted', 2],
    ['not counted', -1],
  ])('leaves out text behind the traces, %s', async (_, count) => {
    const bytes = joined(
      rev2((view) => view.setInt32(3528, count, little)),
      page('((SEG:Measurement Units ver 1.0))\nS-Wave'),
      page('((SEG: EndText))'),
    );
    await opened(bytes, async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: TRACES, findings: [] });
      const texts = await source.readTextHeaders();
      expect(texts.map(({ part }) => part)).toEqual(['file', 'trailer', 'trailer']);
      expect(decodeText(texts[2]!.bytes, texts[2]!.codePage)[0]?.trimEnd()).toBe('((SEG: EndText))');
    });
  });

  it('says where text behind the traces is missing', async () => {
    const info = await infoOf(rev2((view) => view.setInt32(3528, 2, little)));
    expect(info).toMatchObject({ kind: 'cube', traceCount: TRACES });
    expect(codesOf(info)).toContain('trailing-text-missing');
  });

  it('counts the traces that are missing at the end', async () => {
    const bytes = rev2((view) => view.setBigUint64(3512, 150n, little));
    expect(findingOf(await infoOf(bytes), 'traces-fewer')?.lost).toBe('30 traces lost at the end');
    const cut = await infoOf(bytes.subarray(0, bytes.length - 100));
    expect(findingOf(cut, 'truncated-tail')).toMatchObject({ lost: '31 traces lost at the end' });
  });

  it('counts extended text headers up to EndText, and keeps them', async () => {
    const extendedText = ['((SEG:Measurement Units))', 'more', '((SEG: EndText))'];
    const bytes = surveyBytes({ littleEndian: little, extendedText, binary: { 3217: 2000, 3505: -1 } });
    await opened(bytes, async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: TRACES, findings: [] });
      expect(await source.readTextHeaders()).toMatchObject([
        { part: 'file', offset: 0 },
        { part: 'extended', offset: 3600 },
        { part: 'extended', offset: 6800 },
        { part: 'extended', offset: 10_000 },
      ]);
    });
  });

  it.each([0, 3])('finds the traces where one extended text header is there and %i are counted', async (count) => {
    const bytes = surveyBytes({ littleEndian: little, extendedText: ['more'], binary: { 3217: 2000, 3505: count } });
    await opened(bytes, async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: TRACES });
      expect(codesOf(source.info)).toContain('traces-elsewhere');
      expect(await traceOf(source, 5)).toEqual(samplesOf(5));
    });
  });

  describe('trace header extensions', () => {
    const setExtensions = (view: DataView): void => view.setInt16(3506, 1, little);

    it('are skipped where nothing is set in them', async () => {
      await opened(
        extended(rev2(setExtensions), () => undefined),
        async (source) => {
          expect(source.info).toMatchObject({ kind: 'cube', traceCount: TRACES, findings: [] });
          expect(await traceOf(source, 7)).toEqual(samplesOf(7));
        },
      );
    });

    it('are counted in four bytes by rev 2.0', async () => {
      const bytes = rev2((view) => view.setInt32(3506, 1, little), 0);
      expect(await infoOf(extended(bytes, () => undefined))).toMatchObject({ kind: 'cube', traceCount: TRACES });
    });

    it('are counted by the trace where the binary header does not', async () => {
      const bytes = extended(rev2(), (view) => view.setUint16(396 - 240, 1, little));
      expect(await infoOf(bytes)).toMatchObject({ kind: 'cube', traceCount: TRACES, samples: { count: SAMPLES } });
    });

    it('place the traces, unscaled, where they have coordinates', async () => {
      const bytes = extended(rev2(setExtensions), (view, trace) => {
        view.setFloat64(400 - 240, 1000.125 + 25 * Math.floor(trace / 12), little);
        view.setFloat64(408 - 240, 2000.25 + 12.5 * (trace % 12), little);
      });
      const info = await infoOf(bytes);
      expect(info.worldFromGrid).toMatchObject({ originX: 1000.125, originY: 2000.25, inlineX: 25, crosslineY: 12.5 });
      expect(info.mapping?.mapping).toMatchObject({ x: { byte: 401, type: 'float64' }, scalarValue: 1 });
      expect(codesOf(info)).toEqual(['header-extension']);
    });

    it('number a line beyond 32 bits', async () => {
      const bytes = extended(rev2(setExtensions), (view, trace) => {
        view.setBigInt64(264 - 240, BigInt(trace + 5), little);
        view.setFloat64(368 - 240, 12.5 * trace, little);
      });
      const info = await infoOf(bytes, { kind: 'line' });
      expect(info).toMatchObject({ kind: 'line', traceCount: TRACES });
      expect(info.mapping?.mapping.cdp).toEqual({ byte: 265, type: 'int64' });
    });
  });
});
