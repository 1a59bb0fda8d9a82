/** Tells time slices that would take long before they are read, so that a page can show a coarse one first. */
import { CrosslineError } from '../../../shared/errors.ts';
import { NO_DECIMATION, type Decimation, type SlicePlane } from '../../../shared/slices.ts';
import { crosslineIndex, inlineIndex } from '../../../shared/units.ts';
import type { BufferPool } from '../buffer-pool.ts';
import type { OpenSurvey } from '../open-survey.ts';
import { checkedShape } from '../plane-check.ts';
import { estimateReadMs } from './estimate-read.ts';

/**
 * Measured on a cold cube of 848 MB (2-core machine, virtual disk): exact 0.4 to 0.5 s, every 16th trace alone 0.13 to 0.25 s. Coarse
 * ones first would double the wait for anything quicker than a second.
 */
const SLOW_SLICE_MS = 1000;

/** `CROSSLINE_SLOW_SLICE_MS` changes it: 0 for tests, or for those who always want a coarse picture first. */
export function slowSliceMs(environment: Readonly<Record<string, string | undefined>> = process.env): number {
  const text = environment['CROSSLINE_SLOW_SLICE_MS'];
  const given = Number(text);
  return text === undefined || text === '' || !(given >= 0) ? SLOW_SLICE_MS : given;
}

/** The first picture should be there at about the time that a key press may take to show an effect. */
const FIRST_PICTURE_MS = 150;
/** Coarser than this nothing can be recognised. */
const LEAST_ROWS = 8;
const COARSEST = 64;

export class SlowSlices {
  readonly #slowMs: number;
  readonly #pool: BufferPool;

  /** @param slowMs 0: every time slice that does not come from a cube file counts as slow */
  constructor(slowMs: number, pool: BufferPool) {
    this.#slowMs = slowMs;
    this.#pool = pool;
  }

  /** @throws CrosslineError slow-slice, or what reading rejects with */
  async refuseSlow(survey: OpenSurvey, plane: SlicePlane, signal: AbortSignal): Promise<void> {
    const { source, cube } = survey;
    if (plane.orientation !== 'sample' || !source.paysByTrace || cube?.serves(plane) === true) return;
    const [rows, columns] = checkedShape(source.info, plane, NO_DECIMATION);
    const read = async (decimation: Decimation, until: AbortSignal): Promise<void> => {
      const buffer = this.#pool.take(Math.ceil(rows / decimation.rows) * Math.ceil(columns / decimation.columns));
      try {
        await source.readSlice(plane, decimation, buffer.data, until);
      } finally {
        buffer.release();
      }
    };
    const fetchedAround = (row: number, column: number): number | null =>
      source.fetchedAround({ inline: inlineIndex(row), crossline: crosslineIndex(column), sample: plane.index });
    const estimatedMs = await estimateReadMs({ rows, columns, read, fetchedAround }, this.#slowMs, signal);
    if (estimatedMs < this.#slowMs) return;
    throw new CrosslineError({
      code: 'slow-slice',
      estimatedMs,
      every: firstStep(estimatedMs, Math.min(rows, columns)),
    });
  }
}

/** A power of two: every n-th row and column make the first picture. */
function firstStep(estimatedMs: number, side: number): number {
  let every = 2;
  while (every < COARSEST && estimatedMs / every ** 2 > FIRST_PICTURE_MS && side / (2 * every) >= LEAST_ROWS)
    every *= 2;
  return every;
}
