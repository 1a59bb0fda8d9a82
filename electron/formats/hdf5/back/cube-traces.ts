/** Traces of a cube as Float32, one after another in the order of the SEG-Y file, read and decoded many at a time. */
import type { OpenFile } from '../../../native/native-reader.ts';
import type { Volume } from '../source/cube-description.ts';
import { readVolumeTraces } from '../source/read-volume.ts';

/** Decoded at once. Chunks that reach beyond are kept by the reader for the next. */
const BLOCK_BYTES = 32 * 2 ** 20;

export class CubeTraces {
  readonly #file: OpenFile;
  readonly #volume: Volume;
  readonly #crosslines: number;
  readonly #samples: number;
  readonly #cellOf: Int32Array;
  readonly #signal: AbortSignal | null;
  readonly #block: Float32Array<ArrayBuffer>;
  /** Traces in the block. */
  #from = 0;
  #to = 0;

  /** @param cellOf grid position of each trace; those outside the grid, which have a negative one, are not asked for */
  constructor(
    file: OpenFile,
    volume: Volume,
    grid: { readonly crosslines: number; readonly samples: number },
    cellOf: Int32Array,
    signal: AbortSignal | null,
  ) {
    this.#file = file;
    this.#volume = volume;
    this.#crosslines = grid.crosslines;
    this.#samples = grid.samples;
    this.#cellOf = cellOf;
    this.#signal = signal;
    const traces = Math.min(cellOf.length, Math.max(1, Math.floor(BLOCK_BYTES / (4 * grid.samples))));
    this.#block = new Float32Array(traces * grid.samples);
  }

  /**
   * All samples of the trace's position; a view that holds until the next call.
   * @throws CrosslineError cancelled, damaged, file-changed, io-failed
   */
  async of(trace: number): Promise<Float32Array> {
    if (trace < this.#from || trace >= this.#to) await this.#move(trace);
    return this.#block.subarray((trace - this.#from) * this.#samples, (trace - this.#from + 1) * this.#samples);
  }

  async #move(trace: number): Promise<void> {
    const most = Math.floor(this.#block.length / Math.max(1, this.#samples));
    const to = Math.min(this.#cellOf.length, trace + most);
    const cells = Array.from({ length: to - trace }, (_, i) => {
      // Of a trace outside the grid any will do.
      const cell = Math.max(0, this.#cellOf[trace + i]!);
      return { inline: Math.floor(cell / this.#crosslines), crossline: cell % this.#crosslines };
    });
    // Nothing is held while the read may fail.
    [this.#from, this.#to] = [0, 0];
    await readVolumeTraces(this.#file, this.#volume, cells, this.#samples, 1, this.#block, this.#signal);
    [this.#from, this.#to] = [trace, to];
  }
}
