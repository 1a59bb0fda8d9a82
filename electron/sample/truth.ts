/** `truth.json`: the corrections that make the lines right, and where they cross. */
import { findExactCrossings, type ExactCrossing } from './exact-crossings.ts';
import type { MisTie } from './mis-tie.ts';
import type { PlannedLine } from './sample-plan.ts';

export interface TruthLine extends MisTie {
  /** Name of its SEG-Y file, in the folder of `truth.json`. */
  readonly file: string;
  readonly name: string;
  /** Known to be right; the others tie to it. */
  readonly isReference: boolean;
}

export interface Truth {
  /** Ascending by name. Corrections in the sense of `MisTie`. */
  readonly lines: readonly TruthLine[];
  /** By names of lines: line1 < line2; sorted by line1, line2, t11, t21. x and y in metres. */
  readonly crossings: readonly ExactCrossing[];
}

export function createTruth(lines: readonly PlannedLine[]): Truth {
  return {
    lines: lines.map(({ fileName, name, misTie, isReference }) => ({
      file: fileName,
      name,
      shiftMs: misTie.shiftMs,
      phaseDeg: misTie.phaseDeg,
      gain: misTie.gain,
      shiftCurve: misTie.shiftCurve,
      isReference,
    })),
    crossings: findExactCrossings(lines),
  };
}

/** Begins every truth file of ours. */
export const TRUTH_OPENING = '{\n"lines": [\n{"file":"cl';

/** One line of text for each survey line and each crossing. */
export function encodeTruth(truth: Truth): string {
  const rows = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join(',\n');
  return `{\n"lines": [\n${rows(truth.lines)}\n],\n"crossings": [\n${rows(truth.crossings)}\n]\n}\n`;
}
