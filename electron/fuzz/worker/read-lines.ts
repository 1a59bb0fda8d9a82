/** Asks an open survey where the traces of its 2D lines are. */
import type { EngineCalls } from '../../../shared/contract.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex, traceIndex } from '../../../shared/units.ts';
import { FuzzFailure } from './fuzz-failure.ts';

/** Of each line, as a map would ask. */
const POINTS = 300;
/** Damaged files fall into thousands of lines; the first and the last differ most. */
const ENDS = 2;

/** @throws CrosslineError; FuzzFailure where an answer contradicts the survey */
export async function readLines(calls: EngineCalls, { id: surveyId, lines, traceCount }: SurveyInfo): Promise<void> {
  if (lines === null) return;
  const wanted = lines.lines.map((line, index) => ({ ...line, index }));
  for (const { index, traceCount: count } of [...wanted.slice(0, ENDS), ...wanted.slice(-ENDS)]) {
    const every = Math.max(1, Math.floor(count / POINTS));
    const range = { line: lineIndex(index), first: traceIndex(0), count, every };
    const { trace, positions } = await calls.readNavigation({ surveyId, ...range });
    const places = positions === null ? [] : [...positions.x, ...positions.y, ...positions.distance];
    const isInside = trace.length === Math.ceil(count / every) && trace.every((at) => at >= 0 && at < traceCount);
    if (!isInside || places.some((place) => Math.abs(place) === Infinity)) {
      throw new FuzzFailure('contradiction', `line ${index} of ${count} traces lies where there is nothing`);
    }
  }
}
