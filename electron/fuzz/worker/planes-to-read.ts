/** The planes that the page would ask for, at the ends and in the middle of each axis, and some that no survey has. */
import { offsetCount, type OffsetAxis } from '../../../shared/axes.ts';
import { NO_DECIMATION, type Decimation, type SlicePlane, type TraceSelection } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { crosslineIndex, inlineIndex, lineIndex, offsetIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';

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

export function planesToRead(info: SurveyInfo): PlaneToRead[] {
  const { inline, crossline, gathers, lines, samples, traceCount } = info;
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
  for (const line of lines === null ? [] : ends(lines.lines.length)) {
    const count = Math.min(TRACES_SHOWN, lines!.lines[line]!.traceCount);
    const plane = { orientation: 'traces', index: traceIndex(0), count, line: lineIndex(line) } as const;
    add(plane, count, samples.count);
  }
  if (inline === null || crossline === null) return planes;
  for (const index of ends(inline.count)) {
    add({ orientation: 'inline', index: inlineIndex(index) }, crossline.count, samples.count);
    for (const selection of gathers === null ? [] : selectionsOf(gathers.offsets)) {
      add({ orientation: 'inline', index: inlineIndex(index), selection }, crossline.count, samples.count);
    }
  }
  if (gathers !== null) {
    const offsets = offsetCount(gathers.offsets);
    const middle = sampleIndex(samples.count >> 1);
    add({ orientation: 'sample', index: middle, selection: { kind: 'stack' } }, inline.count, crossline.count);
    for (const index of ends(crossline.count)) {
      add({ orientation: 'gather', index: crosslineIndex(index), inline: inlineIndex(0) }, offsets, samples.count);
    }
  }
  for (const index of ends(crossline.count)) {
    add({ orientation: 'crossline', index: crosslineIndex(index) }, inline.count, samples.count);
  }
  for (const index of ends(samples.count)) {
    add({ orientation: 'sample', index: sampleIndex(index) }, inline.count, crossline.count);
  }
  return planes;
}

const selectionsOf = (offsets: OffsetAxis): TraceSelection[] => [
  ...ends(offsetCount(offsets)).map((index) => ({ kind: 'offset', index: offsetIndex(index) }) as const),
  { kind: 'stack' },
];

/** @returns planes that must be refused */
export const planesBeyond = ({ inline, crossline, gathers, lines, samples, traceCount }: SurveyInfo): SlicePlane[] => [
  { orientation: 'gather', index: crosslineIndex(crossline?.count ?? 0), inline: inlineIndex(0) },
  {
    orientation: 'inline',
    index: inlineIndex(0),
    selection: { kind: 'offset', index: offsetIndex(gathers === null ? 0 : offsetCount(gathers.offsets)) },
  },
  { orientation: 'traces', index: traceIndex(0), count: 1, line: lineIndex(lines?.lines.length ?? 0) },
  { orientation: 'traces', index: traceIndex(traceCount), count: 1 },
  { orientation: 'traces', index: traceIndex(0), count: traceCount + 1 },
  { orientation: 'inline', index: inlineIndex(inline?.count ?? 0) },
  { orientation: 'crossline', index: crosslineIndex(-1) },
  { orientation: 'sample', index: sampleIndex(samples.count) },
];

const ends = (count: number): number[] => [...new Set([0, count >> 1, count - 1])];
