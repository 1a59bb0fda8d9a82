/** Reads a cube slab by slab and gives each to the layouts that are written, in bounded memory. */
import { CrosslineError } from '../../../../shared/errors.ts';
import { NO_DECIMATION } from '../../../../shared/slices.ts';
import { inlineIndex } from '../../../../shared/units.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import type { SegySource } from '../../segy/segy-source.ts';
import { cubeElements, FLOAT_BYTES, type CubeShape } from '../cube/cube-layouts.ts';
import { allEnded } from './all-ended.ts';
import type { ConvertOptions, Verification } from './convert-cube.ts';
import { CubeStatisticsCounter, type CubeStatistics } from './cube-statistics.ts';
import type { FinishedSlab } from './journal.ts';
import type { LayoutSink, StoredSlab } from './layout-sink.ts';
import { Slab, type SlabRange } from './slab.ts';

/** While one slab is read back the other's checksum is computed. */
const READ_BACK_LANES = 2;

export class SlabConverter {
  readonly slabInlines: number;
  resumedSlabs = 0;
  readonly #source: SegySource;
  readonly #path: string;
  readonly #shape: CubeShape;
  readonly #sinks: readonly LayoutSink[];
  readonly #options: ConvertOptions;
  readonly #counter: CubeStatisticsCounter;
  readonly #signal: AbortSignal;

  constructor(
    source: SegySource,
    path: string,
    shape: CubeShape,
    sinks: readonly LayoutSink[],
    slabInlines: number,
    options: ConvertOptions,
  ) {
    this.#path = path;
    this.#source = source;
    this.#shape = shape;
    this.#sinks = sinks;
    this.#options = options;
    this.#counter = new CubeStatisticsCounter(options.work);
    this.#signal = options.signal ?? new AbortController().signal;
    this.slabInlines = slabInlines;
  }

  get slabCount(): number {
    return Math.ceil(this.#shape.inlines / this.slabInlines);
  }

  get statistics(): CubeStatistics {
    return this.#counter.finish();
  }

  /** @param earlier what an interrupted conversion says of its slabs */
  async run(
    earlier: readonly FinishedSlab[],
    onFinished: (slabs: readonly FinishedSlab[]) => Promise<void>,
  ): Promise<readonly FinishedSlab[]> {
    const { inlines, crosslines, samples } = this.#shape;
    const total = cubeElements(this.#shape) * FLOAT_BYTES * this.#sinks.length;
    const buffers = [0, 1].map(() => new Float32Array(this.slabInlines * crosslines * samples));
    const finished: FinishedSlab[] = [];
    let writing: Promise<void> = Promise.resolve();
    for (let firstInline = 0, turn = 0; firstInline < inlines; firstInline += this.slabInlines, turn ^= 1) {
      const count = Math.min(this.slabInlines, inlines - firstInline);
      const slab = await this.#read({ firstInline, inlines: count }, buffers[turn]!).catch(async (error: unknown) => {
        await writing.catch(() => undefined);
        throw error;
      });
      // While a slab is written the next one is read.
      await writing;
      writing = this.#write(slab, finished, earlier, onFinished).then(() =>
        this.#options.onProgress((total * (firstInline + count)) / inlines, total),
      );
      writing.catch(() => undefined);
    }
    await writing;
    return finished;
  }

  async #read({ firstInline, inlines }: SlabRange, buffer: Float32Array): Promise<Slab> {
    const { crosslines, samples } = this.#shape;
    const plane = crosslines * samples;
    for (let i = 0; i < inlines; i += 1) {
      const into = buffer.subarray(i * plane, (i + 1) * plane);
      const index = inlineIndex(firstInline + i);
      await this.#source.readSlice({ orientation: 'inline', index }, NO_DECIMATION, into, this.#signal);
    }
    return new Slab({ firstInline, inlines }, buffer.subarray(0, inlines * plane));
  }

  /**
   * Reads back what was written.
   * @param written the file, opened as readers of cubes open it
   * @throws CrosslineError io-failed where it is not what it should be
   */
  async verify(slabs: readonly FinishedSlab[], verification: Verification, written: OpenFile): Promise<void> {
    const { inlines, crosslines, samples } = this.#shape;
    const isFull = verification === 'full';
    let next = 0;
    const lane = async (): Promise<void> => {
      const buffer = new Float32Array(isFull ? this.slabInlines * crosslines * samples : 0);
      while (next < slabs.length) {
        this.#checkCancelled();
        const firstInline = next * this.slabInlines;
        const slab = slabs[next]!;
        next += 1;
        const range = { firstInline, inlines: Math.min(this.slabInlines, inlines - firstInline) };
        const isWhole = isFull
          ? await this.#holds(await this.#read(range, buffer), slab, written)
          : await this.#areWritten(range, slab, written);
        if (isWhole) continue;
        next = slabs.length;
        const detail = `inlines ${firstInline} to ${firstInline + range.inlines - 1} of the written cube are not as they were read`;
        throw new CrosslineError({ code: 'io-failed', path: this.#path, detail });
      }
    };
    await allEnded(Array.from({ length: isFull ? 1 : READ_BACK_LANES }, lane));
  }

  async #areWritten(range: SlabRange, { layouts }: FinishedSlab, written: OpenFile): Promise<boolean> {
    for (const [i, sink] of this.#sinks.entries()) {
      if (!(await sink.isWritten(range, layouts[i]!, written))) return false;
    }
    return true;
  }

  async #isStored(range: SlabRange, { layouts }: FinishedSlab): Promise<boolean> {
    for (const [i, sink] of this.#sinks.entries()) if (!(await sink.isStored(range, layouts[i]!))) return false;
    return true;
  }

  async #holds(slab: Slab, { source, layouts }: FinishedSlab, written: OpenFile): Promise<boolean> {
    if (slab.crc32 !== source) return false;
    for (const [i, sink] of this.#sinks.entries()) if (!(await sink.holds(slab, layouts[i]!, written))) return false;
    return true;
  }

  async #write(
    slab: Slab,
    finished: FinishedSlab[],
    earlier: readonly FinishedSlab[],
    onFinished: (slabs: readonly FinishedSlab[]) => Promise<void>,
  ): Promise<void> {
    this.#checkCancelled();
    const counting = this.#counter.add(slab.samples);
    const source = slab.crc32;
    const known = finished.length === this.resumedSlabs ? earlier[finished.length] : undefined;
    // After a loss of power a journal may say more than the disk has.
    if (known?.source === source && (await this.#isStored(slab, known))) {
      await counting;
      this.resumedSlabs += 1;
      finished.push(known);
      return;
    }
    const [layouts] = await allEnded([this.#writeLayouts(slab), counting] as const);
    finished.push({ source, layouts });
    await onFinished(finished);
  }

  async #writeLayouts(slab: Slab): Promise<StoredSlab[]> {
    // One is turned round while another is written. Chunks of one layout lie together.
    if (this.#options.compression.kind === 'none') return await allEnded(this.#sinks.map((sink) => sink.write(slab)));
    const layouts: StoredSlab[] = [];
    for (const sink of this.#sinks) layouts.push(await sink.write(slab));
    return layouts;
  }

  #checkCancelled(): void {
    if (this.#signal.aborted) throw new CrosslineError({ code: 'cancelled' });
  }
}
