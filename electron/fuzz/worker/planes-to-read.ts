/** The planes that the page would ask for, at the ends and in the middle of each axis, and some that no survey has. */
import { NO_DECIMATION, type Decimation, type SlicePlane } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';

export interface PlaneToRead {
  readonly plane: SlicePlane;
  readonly decimation: Decimation;
}

/** What the page asks for while an exact picture is late. */
const COARSE: Decimation = { rows: 4, columns: 4 };
/** The page shows so many traces of a file without lines at a time. */
const TRACES_SHOWN = 1000;
/** Exact planes beyond 64 MB are asked for coarsely here: reading them takes longer than finding what is wrong with them. */
const MOST_EXACT_SAMPLES = 2 ** 24;

export function planesToRead({ inline, crossline, samples, traceCount }: SurveyInfo): PlaneToRead[] {
  const shown = Math.min(TRACES_SHOWN, traceCount);
  const planes: PlaneToRead[] = [];
  const add = (plane: SlicePlane, rows: number, columns: number): void => {
    const exact = rows * columns <= MOST_EXACT_SAMPLES ? [NO_DECIMATION] : [];
    const every = Math.ceil(Math.sqrt((rows * columns) / MOST_EXACT_SAMPLES));
    const coarse = exact.length > 0 ? COARSE : { rows: Math.max(4, every), columns: Math.max(4, every) };
    for (const decimation of [...exact, coarse]) planes.push({ plane, decimation });
  };
  for (const first of ends(traceCount - shown + 1)) {
    add({ orientation: 'traces', index: traceIndex(first), count: shown }, shown, samples.count);
  }
  if (inline === null || crossline === null) return planes;
  for (const index of ends(inline.count)) {
    add({ orientation: 'inline', index: inlineIndex(index) }, crossline.count, samples.count);
  }
  for (const index of ends(crossline.count)) {
    add({ orientation: 'crossline', index: crosslineIndex(index) }, inline.count, samples.count);
  }
  for (const index of ends(samples.count)) {
    add({ orientation: 'sample', index: sampleIndex(index) }, inline.count, crossline.count);
  }
  return planes;
}

/** @returns planes that must be refused */
export const planesBeyond = ({ inline, samples, traceCount }: SurveyInfo): SlicePlane[] => [
  { orientation: 'traces', index: traceIndex(traceCount), count: 1 },
  { orientation: 'traces', index: traceIndex(0), count: traceCount + 1 },
  { orientation: 'inline', index: inlineIndex(inline?.count ?? 0) },
  { orientation: 'crossline', index: crosslineIndex(-1) },
  { orientation: 'sample', index: sampleIndex(samples.count) },
];

const ends = (count: number): number[] => [...new Set([0, count >> 1, count - 1])];
