import { CrosslineError } from '../../../shared/errors.ts';
import { overridesFromJson } from '../../../shared/mapping/mapping-json.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { wordBytesOf } from '../../native/word-layout.ts';
import { openCubeTraces } from '../hdf5/back/cube-traces.ts';
import { readKeptSegy, type KeptBytes, type KeptSegy } from '../hdf5/back/read-meta.ts';
import { TraceSamples } from '../hdf5/back/trace-samples.ts';
import { FileWindow } from '../hdf5/convert/file-window.ts';
import { describeCube } from '../hdf5/source/describe-cube.ts';
import type { CuttableCube, CutTraceReader } from './cuttable.ts';

/**
 * @param file an open cube file of ours
 * @throws CrosslineError not-hdf5 where it does not keep the SEG-Y file that it came from
 */
export async function cuttableCubeFile(file: OpenFile): Promise<CuttableCube> {
  const kept = await readKeptSegy(file);
  const { inline, crossline, samples } = await describeCube(file);
  const traces = new Int32Array(inline.count * crossline.count).fill(-1);
  kept.cellOf.forEach((cell, trace) => {
    if (cell >= 0) traces[cell] = trace;
  });
  return {
    name: kept.sourceName,
    inline,
    crossline,
    samples,
    layout: { format: kept.format, byteOrder: kept.byteOrder },
    headerBytes: kept.headerBytes,
    traceCount: kept.traceCount,
    mapping: mappingOf(kept, file.path),
    notes: [],
    traceAt: (i, x) => traces[i * crossline.count + x]!,
    shiftOf: (trace) => kept.shifts?.[trace] ?? 0,
    samplesOf: kept.samplesOf,
    readFront: () => readParts(file, kept.front),
    openTraces: async (wanted, signal) => {
      const samplesOfTraces = new TraceSamples(file, kept, await openCubeTraces(file, kept, wanted, signal), signal);
      return new KeptTraces(file, kept, samplesOfTraces, signal);
    },
  };
}

function mappingOf({ sourceMapping }: KeptSegy, path: string) {
  try {
    return overridesFromJson(JSON.parse(sourceMapping));
  } catch (error) {
    const reason = "Meta's source_mapping is not as Crossline writes it, so no SEG-Y file can be made of it";
    throw new CrosslineError({ code: 'not-hdf5', path, reason }, { cause: error });
  }
}

async function readParts(file: OpenFile, parts: readonly KeptBytes[]): Promise<Uint8Array> {
  const front = new Uint8Array(parts.reduce((sum, { bytes }) => sum + bytes, 0));
  let at = 0;
  for (const { address, bytes } of parts) {
    await file.readBytes(address, front.subarray(at, at + bytes), null);
    at += bytes;
  }
  return front;
}

/** Goes through all traces in order, since what is kept apart of them is found by their offsets in the SEG-Y file. */
class KeptTraces implements CutTraceReader {
  readonly #kept: KeptSegy;
  readonly #samples: TraceSamples;
  readonly #headers: FileWindow;
  readonly #wordBytes: number;
  /** Of the next trace's header in the SEG-Y file, and how many gaps lie before it. */
  #offset: number;
  #gaps = 0;
  #next = 0;

  constructor(file: OpenFile, kept: KeptSegy, samples: TraceSamples, signal: AbortSignal | null) {
    this.#kept = kept;
    this.#samples = samples;
    this.#headers = new FileWindow(file, signal);
    this.#wordBytes = wordBytesOf(kept.format);
    this.#offset = kept.front.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  header(trace: number): Promise<Uint8Array> {
    const { traceHeaders, headerBytes } = this.#kept;
    return this.#headers.read(traceHeaders.address + trace * headerBytes, headerBytes);
  }

  async samples(trace: number, first: number, count: number): Promise<Uint8Array> {
    while (this.#next < trace) this.#samples.skip(this.#next, this.#advance());
    const words = await this.#samples.of(trace, this.#advance());
    return words.subarray(first * this.#wordBytes, (first + count) * this.#wordBytes);
  }

  /** @returns where the next trace's samples begin in the SEG-Y file */
  #advance(): number {
    const { gaps, headerBytes, samplesOf } = this.#kept;
    if (gaps?.traces[this.#gaps] === this.#next) {
      this.#offset += gaps.sizes[this.#gaps]!;
      this.#gaps += 1;
    }
    const samplesAt = this.#offset + headerBytes;
    this.#offset = samplesAt + samplesOf(this.#next) * this.#wordBytes;
    this.#next += 1;
    return samplesAt;
  }
}
