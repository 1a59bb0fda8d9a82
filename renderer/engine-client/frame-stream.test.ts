import { expect, test } from 'vitest';
import { encodeFrame } from '../../shared/wire/frame.ts';
import { FrameMemory } from './frame-memory.ts';
import { readFrames } from './frame-stream.ts';

const message = (seed: number, length: number) => ({ seed, data: Float32Array.from({ length }, (_, k) => seed + k) });

/** A reader that gives what it has in pieces of these lengths, over and over, and then ends. */
function readerOf(bytes: Uint8Array, pieces: readonly number[]) {
  const stream = new ReadableStream({
    type: 'bytes',
    start(controller) {
      let offset = 0;
      for (let k = 0; offset < bytes.length; k += 1) {
        const end = offset + pieces[k % pieces.length]!;
        controller.enqueue(bytes.slice(offset, end));
        offset = end;
      }
      controller.close();
    },
  });
  return stream.getReader({ mode: 'byob' });
}

const joined = (...frames: readonly Uint8Array[]): Uint8Array => Uint8Array.from(frames.flatMap((frame) => [...frame]));

test.each([[[1]], [[7, 100, 3]], [[100_000]]])('frames are whole however the stream is cut: %s', async (pieces) => {
  const sent = [message(1, 500), message(2, 3), message(3, 700)];
  const bytes = joined(...sent.map((each) => encodeFrame(each)));
  const seen: unknown[] = [];
  await readFrames(readerOf(bytes, pieces), new FrameMemory(), (each) => seen.push(each));
  expect(seen).toEqual(sent);
});

test('what comes is read into memory that was given back, and empties the views of it', async () => {
  const memory = new FrameMemory();
  const bytes = encodeFrame(message(1, 30_000));
  const first: { data: Float32Array }[] = [];
  await readFrames(readerOf(bytes, [50_000]), memory, (each) => first.push(each as { data: Float32Array }));
  const { data } = first[0]!;
  memory.giveBack(data.buffer);
  expect(data[29_999]).toBe(30_000);
  await readFrames(readerOf(bytes, [50_000]), memory, (each) => first.push(each as { data: Float32Array }));
  expect(data.length).toBe(0);
  expect(first[1]!.data[29_999]).toBe(30_000);
});

test('a stream that ends within a frame brings no frame; one that holds no frames rejects', async () => {
  const bytes = encodeFrame(message(1, 500));
  const seen: unknown[] = [];
  await readFrames(readerOf(bytes.slice(0, -1), [64]), new FrameMemory(), (each) => seen.push(each));
  expect(seen).toEqual([]);
  const noise = Uint8Array.from({ length: 64 }, (_, k) => k);
  await expect(readFrames(readerOf(noise, [64]), new FrameMemory(), () => undefined)).rejects.toThrow(/malformed/i);
});
