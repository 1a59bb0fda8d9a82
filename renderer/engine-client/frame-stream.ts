/**
 * Large frames come in one long HTTP answer beside the socket, read into memory of our own: for 2 MB Chromium takes 1.3
 * ms of processor time this way and 17 ms as a message of a socket (two cores, Chromium 143), and 2 ms instead of 14
 * until they are there.
 */
import { decodeFrame, frameBytesOf, PREFIX_BYTES } from '../../shared/wire/frame.ts';
import type { FrameMemory } from './frame-memory.ts';

type FrameReader = Pick<ReadableStreamBYOBReader, 'read'>;

export interface FrameStream {
  /** The host knows the stream by it. */
  readonly name: string;
  /** Settles when the stream has ended; rejects where it broke, or what came is no frame. */
  readFrames(memory: FrameMemory, onMessage: (message: unknown) => void): Promise<void>;
  close(): void;
}

/** @returns null where host or browser offer no stream; the socket then carries every frame */
export async function openFrameStream(engineAddress: string): Promise<FrameStream | null> {
  const name = crypto.randomUUID();
  const address = new URL(engineAddress);
  address.protocol = address.protocol === 'wss:' ? 'https:' : 'http:';
  address.pathname = '/frames';
  address.searchParams.set('stream', name);
  const controller = new AbortController();
  const close = (): void => controller.abort();
  try {
    const answer = await fetch(address, { signal: controller.signal, cache: 'no-store' });
    if (answer.status !== 200 || answer.body === null) return null;
    const reader = answer.body.getReader({ mode: 'byob' });
    return { name, close, readFrames: (memory, onMessage) => readFrames(reader, memory, onMessage) };
  } catch {
    // No host there, which the socket finds too; or a browser that cannot read into given memory.
    close();
    return null;
  }
}

/** Frames follow one another without a gap; each one's prefix tells its length. */
export async function readFrames(
  reader: FrameReader,
  memory: FrameMemory,
  onMessage: (message: unknown) => void,
): Promise<void> {
  let prefixMemory = new ArrayBuffer(PREFIX_BYTES);
  for (;;) {
    const prefix = await fill(reader, prefixMemory, 0, PREFIX_BYTES);
    if (prefix === null) return;
    prefixMemory = prefix;
    const frameBytes = frameBytesOf(prefix);
    const frame = memory.take(frameBytes);
    new Uint8Array(frame).set(new Uint8Array(prefix));
    const whole = await fill(reader, frame, PREFIX_BYTES, frameBytes);
    if (whole === null) return;
    onMessage(decodeFrame(whole, frameBytes));
  }
}

/** Bytes from `start` to `end` of the memory, which moves with every read; null where the stream ends before. */
async function fill(reader: FrameReader, memory: ArrayBuffer, start: number, end: number): Promise<ArrayBuffer | null> {
  let filled = start;
  while (filled < end) {
    const { value, done } = await reader.read(new Uint8Array(memory, filled, end - filled));
    if (done) return null;
    memory = value.buffer;
    filled += value.byteLength;
  }
  return memory;
}
