/** What the rest of the program is told of the lines of a file. */
import type { LineInfo, LineSet, NumberRange } from '../../../shared/survey.ts';
import { traceIndex } from '../../../shared/units.ts';
import type { TraceLine, TraceLines } from './trace-lines.ts';

/** Null until the lines are told apart. */
export const lineSet = (lines: TraceLines | null): LineSet | null =>
  lines && { split: lines.split, choices: lines.choices, lines: lines.lines.map(lineInfo) };

const lineInfo = ({ name, traces, cdp, shotPoint, positions }: TraceLine): LineInfo => ({
  name,
  traceCount: traces.length,
  firstTrace: traceIndex(traces[0]!),
  cdp: rangeOf(cdp),
  shotPoint: shotPoint && rangeOf(shotPoint),
  length: positions?.distance.at(-1) ?? null,
});

function rangeOf(numbers: Int32Array | Float64Array): NumberRange | null {
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const isSet = first !== 0 || last !== 0 || numbers.some((number) => number !== 0);
  return isSet ? { first, last } : null;
}
