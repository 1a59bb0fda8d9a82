/** A cube in an HDF5 file that another program wrote: there was no SEG-Y file, so its headers are made. */
import { NO_DECIMATION } from '../../../shared/slices.ts';
import { inlineIndex } from '../../../shared/units.ts';
import type { CubeSource } from '../hdf5/source/cube-source.ts';
import { TRACE_HEADER_BYTES } from '../segy/trace-header.ts';
import type { CuttableCube, CutTraceReader } from './cuttable.ts';
import { newFront, NewTraceHeaders, NEW_SEGY_LAYOUT, notesOf, type NewSegy } from './new-segy-headers.ts';

const FLOAT_BYTES = 4;

/** @param source of somebody else's file */
export function cuttableVolume(source: CubeSource): CuttableCube {
  const { info } = source;
  const [inline, crossline] = [info.inline!, info.crossline!];
  const segy: NewSegy = {
    name: info.name,
    dataset: source.dataset,
    inline,
    crossline,
    samples: info.samples,
    worldFromGrid: info.worldFromGrid,
    coordinateUnit: source.coordinateUnit,
  };
  const traces = new Int32Array(inline.count * crossline.count).fill(-1);
  const cells = new Int32Array(info.traceCount);
  for (let trace = 0; trace < info.traceCount; trace += 1) {
    const place = source.locateTrace(trace);
    if (place.kind !== 'grid') continue;
    const cell = place.inline * crossline.count + place.crossline;
    cells[trace] = cell;
    traces[cell] = trace;
  }
  return {
    name: info.name,
    inline,
    crossline,
    samples: info.samples,
    layout: NEW_SEGY_LAYOUT,
    headerBytes: TRACE_HEADER_BYTES,
    traceCount: info.traceCount,
    mapping: { domain: info.samples.domain },
    notes: notesOf(segy),
    traceAt: (i, x) => traces[i * crossline.count + x]!,
    shiftOf: () => 0,
    samplesOf: () => info.samples.count,
    readFront: () => Promise.resolve(newFront(segy)),
    openTraces: (_, signal) => Promise.resolve(new VolumeTraces(source, segy, cells, signal)),
  };
}

/** An inline at a time: of a file in chunks whole ones are decoded for each read. */
class VolumeTraces implements CutTraceReader {
  readonly #source: CubeSource;
  readonly #cells: Int32Array;
  readonly #crosslines: number;
  readonly #sampleCount: number;
  readonly #headers: NewTraceHeaders;
  readonly #signal: AbortSignal;
  readonly #plane: Float32Array;
  readonly #words: Uint8Array;
  #inline = -1;

  constructor(source: CubeSource, segy: NewSegy, cells: Int32Array, signal: AbortSignal | null) {
    this.#source = source;
    this.#cells = cells;
    this.#crosslines = segy.crossline.count;
    this.#sampleCount = segy.samples.count;
    this.#headers = new NewTraceHeaders(segy);
    this.#signal = signal ?? new AbortController().signal;
    this.#plane = new Float32Array(this.#crosslines * this.#sampleCount);
    this.#words = new Uint8Array(this.#sampleCount * FLOAT_BYTES);
  }

  header(trace: number): Promise<Uint8Array> {
    const cell = this.#cells[trace]!;
    return Promise.resolve(this.#headers.at(Math.floor(cell / this.#crosslines), cell % this.#crosslines));
  }

  async samples(trace: number, first: number, count: number): Promise<Uint8Array> {
    const cell = this.#cells[trace]!;
    await this.#read(Math.floor(cell / this.#crosslines));
    const at = (cell % this.#crosslines) * this.#sampleCount + first;
    const view = new DataView(this.#words.buffer);
    for (let i = 0; i < count; i += 1) view.setFloat32(i * FLOAT_BYTES, this.#plane[at + i]!);
    return this.#words.subarray(0, count * FLOAT_BYTES);
  }

  async #read(inline: number): Promise<void> {
    if (inline === this.#inline) return;
    const plane = { orientation: 'inline', index: inlineIndex(inline) } as const;
    await this.#source.readSlice(plane, NO_DECIMATION, this.#plane, this.#signal);
    this.#inline = inline;
  }
}
