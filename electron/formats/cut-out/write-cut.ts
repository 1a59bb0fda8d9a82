/** Writes a part of a cube as a SEG-Y file of its own: its traces and samples bit for bit, its headers put right. */
import { access } from 'node:fs/promises';
import { crosslineNumberAt, inlineNumberAt, sampleUnit, sampleValueAt } from '../../../shared/axes.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { crosslineIndex, inlineIndex } from '../../../shared/units.ts';
import { BlockSink } from '../hdf5/convert/block-sink.ts';
import { PartialFile } from '../hdf5/convert/partial-file.ts';
import { chooseTraces, samplesWithin, type ChosenTraces } from './choose-traces.ts';
import { cutBinaryHeader, cutTraceHeader } from './cut-headers.ts';
import { addCutNote } from './cut-note.ts';
import { cutPositions, type CutPositions, type CutRanges } from './cut-range.ts';
import type { CuttableCube } from './cuttable.ts';

export interface CutOptions {
  readonly ranges: CutRanges;
  /** Replace a file of that name. */
  readonly force: boolean;
  readonly signal: AbortSignal | null;
  /** Bytes written, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

export interface WrittenCut {
  readonly bytes: number;
  /** How the file is to be read where that is not to be found out anew: a single inline would pass for a line. */
  readonly mapping: MappingOverrides;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * @throws CrosslineError out-of-range, usage (ranges), file-exists, disk-full, no-permission, cancelled, io-failed, file-changed,
 * damaged. Nothing lies under the name then
 */
export async function writeCut(cube: CuttableCube, path: string, options: CutOptions): Promise<WrittenCut> {
  const positions = cutPositions(options.ranges, cube);
  const chosen = chooseTraces(cube, positions);
  if (chosen.traces.length === 0) {
    throw new CrosslineError({ code: 'usage', detail: `No trace of ${cube.name} lies in these ranges` });
  }
  if (!options.force && (await exists(path))) throw new CrosslineError({ code: 'file-exists', path });
  const target = await PartialFile.open(`${path}.partial`, 0, false);
  try {
    const { bytes, notes } = await new CutWriter(cube, positions, chosen, options).write(target);
    await target.sync();
    await target.close();
    await target.rename(path);
    const mapping = { ...cube.mapping, kind: 'cube', samples: chosen.sampleCount, split: 'none' } as const;
    return { bytes, mapping, notes };
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

class CutWriter {
  readonly #cube: CuttableCube;
  readonly #positions: CutPositions;
  readonly #chosen: ChosenTraces;
  readonly #options: CutOptions;

  constructor(cube: CuttableCube, positions: CutPositions, chosen: ChosenTraces, options: CutOptions) {
    this.#cube = cube;
    this.#positions = positions;
    this.#chosen = chosen;
    this.#options = options;
  }

  async write(target: PartialFile): Promise<{ readonly bytes: number; readonly notes: readonly string[] }> {
    const { layout, headerBytes } = this.#cube;
    const { traces, sampleCount } = this.#chosen;
    const { signal, onProgress } = this.#options;
    const notes = [...this.#cube.notes];
    const front = await this.#front(notes);
    const total = front.length + traces.length * (headerBytes + 4 * sampleCount);
    const sink = new BlockSink(target, (done) => onProgress(Math.min(done, total), total));
    await sink.put(front);
    const reader = await this.#cube.openTraces(traces, signal);
    const header = new Uint8Array(headerBytes);
    let rounded = 0;
    for (const trace of traces) {
      if (signal?.aborted === true) throw new CrosslineError({ code: 'cancelled' });
      const { first, count } = samplesWithin(this.#cube, trace, this.#positions.sample);
      header.set(await reader.header(trace));
      const firstSampleMs = sampleValueAt(this.#cube.samples, this.#cube.shiftOf(trace) + first);
      const cut = { sampleCount: count, firstSampleMs, isMoved: first > 0 };
      if (!cutTraceHeader(header, layout.byteOrder, cut)) rounded += 1;
      await sink.put(header);
      await sink.put(await reader.samples(trace, first, count));
    }
    await sink.flush();
    if (rounded > 0) notes.push(`The times of ${rounded} traces are rounded to what bytes 109-110 can say.`);
    return { bytes: sink.written, notes };
  }

  async #front(notes: string[]): Promise<Uint8Array> {
    const { layout } = this.#cube;
    const front = Uint8Array.from(await this.#cube.readFront());
    const { traces, sampleCount, isEven } = this.#chosen;
    cutBinaryHeader(front, layout.byteOrder, { sampleCount, isEven, traceCount: traces.length });
    if (front.length > 0 && !addCutNote(front, this.#note())) {
      notes.push('The text header has no empty cards left, so it does not say what was cut out.');
    }
    return front;
  }

  #note(): readonly string[] {
    const { name, inline, crossline, samples } = this.#cube;
    const { inline: i, crossline: x, sample: s } = this.#positions;
    const [firstInline, lastInline] = [i.first, i.first + i.count - 1].map((at) =>
      inlineNumberAt(inline, inlineIndex(at)),
    );
    const [firstCrossline, lastCrossline] = [x.first, x.first + x.count - 1].map((at) =>
      crosslineNumberAt(crossline, crosslineIndex(at)),
    );
    const [from, to] = [s.first, s.first + s.count - 1].map((at) => sampleValueAt(samples, at));
    return [
      `CUT OUT OF ${name} BY CROSSLINE`,
      `INLINES ${firstInline} TO ${lastInline}, CROSSLINES ${firstCrossline} TO ${lastCrossline}, ` +
        `${from} TO ${to} ${sampleUnit(samples.domain).toUpperCase()}`,
    ];
  }
}
