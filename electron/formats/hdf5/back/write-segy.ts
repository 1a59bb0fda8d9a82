/** Writes the SEG-Y file that a cube file was made of, byte for byte. */
import { access } from 'node:fs/promises';
import { CrosslineError } from '../../../../shared/errors.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { wordBytesOf } from '../../../native/word-layout.ts';
import { wordEncoder } from '../../segy/encode-samples.ts';
import { FileWindow } from '../convert/file-window.ts';
import { PartialFile } from '../convert/partial-file.ts';
import type { Volume } from '../source/cube-description.ts';
import { describeCube } from '../source/describe-cube.ts';
import { CubeTraces } from './cube-traces.ts';
import { readKeptSegy, type KeptBytes, type KeptSegy } from './read-meta.ts';

export interface WriteBackOptions {
  readonly force: boolean;
  readonly signal: AbortSignal | null;
  /** Bytes written, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Written at once. */
const BLOCK_BYTES = 16 * 2 ** 20;

/**
 * @param file an open cube file
 * @returns bytes of the SEG-Y file
 * @throws CrosslineError not-hdf5, file-exists, disk-full, no-permission, cancelled, io-failed. Nothing lies under the name then
 */
export async function writeSegyBack(file: OpenFile, path: string, options: WriteBackOptions): Promise<number> {
  if (!options.force && (await exists(path))) throw new CrosslineError({ code: 'file-exists', path });
  const kept = await readKeptSegy(file);
  const samples = new TraceSamples(file, kept, await tracesOf(file, kept, options.signal), options.signal);
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

/** Null where the samples were kept as they were. */
async function tracesOf(file: OpenFile, kept: KeptSegy, signal: AbortSignal | null): Promise<CubeTraces | null> {
  if (kept.originalSamples !== null) return null;
  const { volumes, crossline, samples } = await describeCube(file);
  const volume = volumes.find(holdsTraces) ?? volumes.find(({ kind, format }) => kind === 'chunked' && format === 5);
  const grid = { crosslines: crossline.count, samples: samples.count };
  if (volume !== undefined) return new CubeTraces(file, volume, grid, kept.cellOf, signal);
  const reason = 'it has neither Cube/ilines nor Cube/xlines, of which traces could be made';
  throw new CrosslineError({ code: 'not-hdf5', path: file.path, reason });
}

/** A trace is in one piece, or in few chunks of many samples each. */
const holdsTraces = (volume: Volume): boolean =>
  volume.format === 5 &&
  (volume.kind === 'mapped' ? volume.strides.sample === 4 : volume.chunkShape[volume.axes.sample]! > 1);

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

/** Samples of one trace after another, as words of the SEG-Y file. */
class TraceSamples {
  readonly #kept: KeptSegy;
  readonly #traces: CubeTraces | null;
  readonly #original: FileWindow;
  readonly #words: FileWindow;
  readonly #wordBytes: number;
  readonly #encode: ReturnType<typeof wordEncoder>;
  #encoded = new Uint8Array(0);
  /** Of what is kept one after another: samples so far, words so far. */
  #originalDone = 0;
  #outsideDone = 0;
  #wordsDone = 0;

  constructor(file: OpenFile, kept: KeptSegy, traces: CubeTraces | null, signal: AbortSignal | null) {
    this.#kept = kept;
    this.#traces = traces;
    this.#original = new FileWindow(file, signal);
    this.#words = new FileWindow(file, signal);
    this.#wordBytes = wordBytesOf(kept.format);
    this.#encode = wordEncoder(kept);
  }

  /** @param offset of the trace's first sample in the SEG-Y file */
  async of(trace: number, offset: number): Promise<Uint8Array> {
    const { originalSamples, outsideSamples, cellOf, samplesOf } = this.#kept;
    const bytes = samplesOf(trace) * this.#wordBytes;
    if (originalSamples !== null) {
      this.#originalDone += bytes;
      return await this.#original.read(originalSamples.address + this.#originalDone - bytes, bytes);
    }
    const encoded = cellOf[trace]! >= 0 ? await this.#encodeTrace(trace) : null;
    if (encoded !== null) {
      await this.#restoreWords(encoded, offset);
      return encoded;
    }
    this.#outsideDone += bytes;
    // Its words are as they were; those kept apart of it are skipped.
    this.#skipWords(offset + bytes);
    return await this.#original.read((outsideSamples?.address ?? 0) + this.#outsideDone - bytes, bytes);
  }

  async #encodeTrace(trace: number): Promise<Uint8Array> {
    const { samplesOf, shifts } = this.#kept;
    const count = samplesOf(trace);
    const shift = shifts?.[trace] ?? 0;
    const values = (await this.#traces!.of(trace)).subarray(shift, shift + count);
    const bytes = count * this.#wordBytes;
    if (this.#encoded.length < bytes) this.#encoded = new Uint8Array(bytes);
    const target = new DataView(this.#encoded.buffer);
    for (let i = 0; i < count; i += 1) this.#encode(target, i * this.#wordBytes, values[i]!);
    return this.#encoded.subarray(0, bytes);
  }

  async #restoreWords(encoded: Uint8Array, offset: number): Promise<void> {
    const { originalWords } = this.#kept;
    if (originalWords === null) return;
    const { offsets, words } = originalWords;
    for (; offsets[this.#wordsDone]! < offset + encoded.length; this.#wordsDone += 1) {
      const word = await this.#words.read(words.address + this.#wordsDone * this.#wordBytes, this.#wordBytes);
      encoded.set(word, offsets[this.#wordsDone]! - offset);
    }
  }

  #skipWords(end: number): void {
    const offsets = this.#kept.originalWords?.offsets;
    while (offsets !== undefined && offsets[this.#wordsDone]! < end) this.#wordsDone += 1;
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

/** Gathers small pieces into large writes. */
class BlockSink {
  readonly #target: PartialFile;
  readonly #onWritten: (bytes: number) => void;
  readonly #block = new Uint8Array(BLOCK_BYTES);
  #used = 0;
  #flushed = 0;

  constructor(target: PartialFile, onWritten: (bytes: number) => void) {
    this.#target = target;
    this.#onWritten = onWritten;
  }

  /** Bytes so far. */
  get written(): number {
    return this.#flushed + this.#used;
  }

  async put(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const count = Math.min(bytes.length - done, this.#block.length - this.#used);
      this.#block.set(bytes.subarray(done, done + count), this.#used);
      this.#used += count;
      done += count;
      if (this.#used === this.#block.length) await this.flush();
    }
  }

  async flush(): Promise<void> {
    await this.#target.write(this.#block.subarray(0, this.#used), this.#flushed);
    this.#flushed += this.#used;
    this.#used = 0;
    this.#onWritten(this.#flushed);
  }
}
