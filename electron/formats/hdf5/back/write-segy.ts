/** Writes the SEG-Y file that a cube file was made of, byte for byte. */
import { access } from 'node:fs/promises';
import { CrosslineError } from '../../../../shared/errors.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { BLOCK_BYTES, BlockSink } from '../convert/block-sink.ts';
import { FileWindow } from '../convert/file-window.ts';
import { PartialFile } from '../convert/partial-file.ts';
import { openCubeTraces } from './cube-traces.ts';
import { readKeptSegy, type KeptBytes, type KeptSegy } from './read-meta.ts';
import { TraceSamples } from './trace-samples.ts';

export interface WriteBackOptions {
  readonly force: boolean;
  readonly signal: AbortSignal | null;
  /** Bytes written, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * @param file an open cube file
 * @returns bytes of the SEG-Y file
 * @throws CrosslineError not-hdf5, file-exists, disk-full, no-permission, cancelled, io-failed. Nothing lies under the name then
 */
export async function writeSegyBack(file: OpenFile, path: string, options: WriteBackOptions): Promise<number> {
  if (!options.force && (await exists(path))) throw new CrosslineError({ code: 'file-exists', path });
  const kept = await readKeptSegy(file);
  const samples = new TraceSamples(file, kept, await openCubeTraces(file, kept, null, options.signal), options.signal);
  const target = await PartialFile.open(`${path}.partial`, 0, false);
  try {
    const sink = new BlockSink(target, (done) => options.onProgress(done, kept.sourceBytes));
    for (const part of kept.front) await copy(file, part, sink, options.signal);
    const headers = new FileWindow(file, options.signal);
    const gaps = new Gaps(file, kept, options.signal);
    for (let trace = 0; trace < kept.traceCount; trace += 1) {
      if (options.signal?.aborted === true) throw new CrosslineError({ code: 'cancelled' });
      await sink.put(await gaps.before(trace));
      await sink.put(await headers.read(kept.traceHeaders.address + trace * kept.headerBytes, kept.headerBytes));
      await sink.put(await samples.of(trace, sink.written));
    }
    if (kept.trailing !== null) await copy(file, kept.trailing, sink, options.signal);
    await sink.flush();
    await target.sync();
    await target.close();
    await target.rename(path);
    return sink.written;
  } catch (error) {
    await target.close().catch(() => undefined);
    await target.remove();
    throw error;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function copy(
  file: OpenFile,
  { address, bytes }: KeptBytes,
  sink: BlockSink,
  signal: AbortSignal | null,
): Promise<void> {
  const window = new FileWindow(file, signal);
  for (let done = 0; done < bytes;) {
    const count = Math.min(BLOCK_BYTES, bytes - done);
    await sink.put(await window.read(address + done, count));
    done += count;
  }
}

/** What lies between traces and belongs to none. */
class Gaps {
  readonly #gaps: KeptSegy['gaps'];
  readonly #window: FileWindow;
  #next = 0;
  #done = 0;

  constructor(file: OpenFile, { gaps }: KeptSegy, signal: AbortSignal | null) {
    this.#gaps = gaps;
    this.#window = new FileWindow(file, signal);
  }

  async before(trace: number): Promise<Uint8Array> {
    if (this.#gaps?.traces[this.#next] !== trace) return new Uint8Array(0);
    const size = this.#gaps.sizes[this.#next]!;
    this.#next += 1;
    this.#done += size;
    return await this.#window.read(this.#gaps.bytes.address + this.#done - size, size);
  }
}
