import { expect, it } from 'vitest';
import { createReader } from './open-reader.ts';

/** A file that is in memory: this one. */
const PATH = import.meta.filename;

it('a long row of small reads lets the event loop turn', async () => {
  const file = await createReader().openFile(PATH);
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const endMs = performance.now() + 40;
  const bytes = new Uint8Array(16);
  while (performance.now() < endMs) await file.readBytes(0, bytes, null);
  isDone = true;
  await file.close();
  expect(turns).toBeGreaterThan(4);
});
