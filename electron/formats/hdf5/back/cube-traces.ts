/** Traces of a cube as Float32, one after another in the order of the SEG-Y file, read and decoded many at a time. */
import { CrosslineError } from '../../../../shared/errors.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import type { Volume } from '../source/cube-description.ts';
import { describeCube } from '../source/describe-cube.ts';
import { readVolumeTraces } from '../source/read-volume.ts';
import type { KeptSegy } from './read-meta.ts';

/** Decoded at once. Chunks that reach beyond are kept by the reader for the next. */
const BLOCK_BYTES = 32 * 2 ** 20;

export class CubeTraces {
  readonly #file: OpenFile;
  readonly #volume: Volume;
  readonly #crosslines: number;
  readonly #samples: number;
  readonly #wanted: Int32Array;
  readonly #cellOf: Int32Array;
  readonly #signal: AbortSignal | null;
  readonly #block: Float32Array<ArrayBuffer>;
  /** Places in the list of traces, of those in the block. */
  #from = 0;
  #to = 0;
  /** Of the last trace that was asked for. */
  #place = 0;

  /**
   * @param wanted traces that will be asked for, ascending
   * @param cellOf grid position of each trace; those outside the grid, which have a negative one, are not asked for
   */
  constructor(
    file: OpenFile,
    volume: Volume,
    grid: { readonly crosslines: number; readonly samples: number },
    wanted: Int32Array,
    cellOf: Int32Array,
    signal: AbortSignal | null,
  ) {
    this.#file = file;
    this.#volume = volume;
    this.#crosslines = grid.crosslines;
    this.#samples = grid.samples;
    this.#wanted = wanted;
    this.#cellOf = cellOf;
    this.#signal = signal;
    const traces = Math.min(wanted.length, Math.max(1, Math.floor(BLOCK_BYTES / (4 * grid.samples))));
    this.#block = new Float32Array(traces * grid.samples);
  }

  /**
   * All samples of the trace's position; a view that holds until the next call. Traces are asked for in their order.
   * @throws CrosslineError cancelled, damaged, file-changed, io-failed
   */
  async of(trace: number): Promise<Float32Array> {
    while (this.#wanted[this.#place] !== trace) {
      this.#place += 1;
      if (this.#place >= this.#wanted.length) throw new RangeError(`trace ${trace} is asked for behind later ones`);
    }
    if (this.#place >= this.#to) await this.#move(this.#place);
    const at = this.#place - this.#from;
    return this.#block.subarray(at * this.#samples, (at + 1) * this.#samples);
  }

  async #move(from: number): Promise<void> {
    const most = Math.floor(this.#block.length / Math.max(1, this.#samples));
    const to = Math.min(this.#wanted.length, from + most);
    const cells = Array.from(this.#wanted.subarray(from, to), (trace) => {
      // Of a trace outside the grid any will do.
      const cell = Math.max(0, this.#cellOf[trace]!);
      return { inline: Math.floor(cell / this.#crosslines), crossline: cell % this.#crosslines };
    });
    // Nothing is held while the read may fail.
    [this.#from, this.#to] = [0, 0];
    await readVolumeTraces(this.#file, this.#volume, cells, this.#samples, 1, this.#block, this.#signal);
    [this.#from, this.#to] = [from, to];
  }
}

/**
 * @param wanted traces that will be asked for, ascending; null for all
 * @returns null where the samples were kept as they were
 * @throws CrosslineError not-hdf5
 */
export async function openCubeTraces(
  file: OpenFile,
  kept: KeptSegy,
  wanted: Int32Array | null,
  signal: AbortSignal | null,
): Promise<CubeTraces | null> {
  if (kept.originalSamples !== null) return null;
  const { volumes, crossline, samples } = await describeCube(file);
  const volume = volumes.find(holdsTraces) ?? volumes.find(({ kind, format }) => kind === 'chunked' && format === 5);
  const grid = { crosslines: crossline.count, samples: samples.count };
  if (volume !== undefined)
    return new CubeTraces(file, volume, grid, wanted ?? kept.cellOf.map((_, trace) => trace), kept.cellOf, signal);
  const reason = 'it has neither Cube/ilines nor Cube/xlines, of which traces could be made';
  throw new CrosslineError({ code: 'not-hdf5', path: file.path, reason });
}

/** A trace is in one piece, or in few chunks of many samples each. */
const holdsTraces = (volume: Volume): boolean =>
  volume.format === 5 &&
  (volume.kind === 'mapped' ? volume.strides.sample === 4 : volume.chunkShape[volume.axes.sample]! > 1);
