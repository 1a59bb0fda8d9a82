/** What the headers as a whole say for the geometry that was learned. */
import type { SegyDescription } from '../describe-file.ts';
import type { PlacedWords } from '../geometry-places.ts';
import type { SurveyKnowledge } from '../scan-result.ts';
import type { GatherGrid } from '../survey-geometry.ts';
import { lineBytes } from './placement.ts';

/** Weightiest first, one sentence each. */
export function geometryReasons({ layout }: SegyDescription, knowledge: SurveyKnowledge): string[] {
  const { geometry, words, missingTraceCount: missing } = knowledge;
  if (geometry.kind === 'gathers' && geometry.grid?.positions === 'bins') return [gathersReason(geometry.grid, words)];
  if (geometry.kind !== 'cube') return [WITHOUT_GRID[geometry.kind]];
  const { inline, crossline } = geometry;
  const grid = `grid of ${count(inline.count)} x ${count(crossline.count)} by the numbers in ${lineBytes(words)}`;
  if (missing === null) {
    return [`The headers looked at, spread over all of the file, stand where a complete ${grid} puts them.`];
  }
  const positions = inline.count * crossline.count;
  if (positions === 1) return ['The file holds one trace.'];
  const isComplete = missing === 0 && positions === layout.traceCount;
  return isComplete
    ? [`All ${count(positions)} traces stand on a complete ${grid}.`]
    : [`${count(positions - missing)} of ${count(positions)} positions of the ${grid} have a trace.`];
}

const gathersReason = ({ inline, crossline }: GatherGrid, words: PlacedWords): string =>
  `Several traces share each position of a grid of ${count(inline.count)} x ${count(crossline.count)} by the numbers in ${lineBytes(words)}.`;

const WITHOUT_GRID = {
  line: 'No two header words number a grid, and positions or CDP numbers move on evenly from trace to trace.',
  gathers: 'Several traces share each position.',
  traces: 'No two header words number a grid.',
} as const;

const count = (value: number): string => value.toLocaleString('en-US');
