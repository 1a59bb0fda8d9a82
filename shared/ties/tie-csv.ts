/** The two tables of a document of ties. */
import { csvLine } from '../exchange/csv-line.ts';
import type { TieDocument, TiedCrossing } from './tie-document.ts';
import type { TieResidual } from './tie-crossing.ts';

const RESIDUALS: readonly (keyof TieResidual)[] = ['shiftMs', 'phaseDeg', 'gain', 'quality', 'difference'];
const ESTIMATES = ['shiftMs', 'phaseDeg', 'gain', 'quality'] as const;
const PLACES = ['x', 'y', 't11', 't12', 't21', 't22'] as const;

/** A line a crossing; cells are empty where nothing can be told. */
export function* crossingsCsv({ crossings }: TieDocument): Generator<string> {
  const heads = (prefix: string, names: readonly string[]): string[] =>
    names.map((name) => `${prefix}${name[0]!.toUpperCase()}${name.slice(1)}`);
  yield csvLine([
    ...['line1', 'line2', 'profile1', 'profile2', ...PLACES],
    ...heads('estimate', ESTIMATES),
    ...['quality', 'isUsed', 'trust', 'rank'],
    ...heads('before', RESIDUALS),
    ...heads('after', RESIDUALS),
  ]);
  for (const crossing of crossings) yield csvLine(cellsOf(crossing));
}

function cellsOf(crossing: TiedCrossing): readonly (string | number)[] {
  const { line1, line2, profile1, profile2, estimate, residualBefore, residualAfter } = crossing;
  const residualCells = (residual: TieResidual | null): (string | number)[] =>
    RESIDUALS.map((name) => residual?.[name] ?? '');
  return [
    ...[line1, line2, profile1, profile2, ...PLACES.map((name) => crossing[name])],
    ...ESTIMATES.map((name) => estimate?.[name] ?? ''),
    ...[crossing.quality, String(crossing.isUsed), crossing.trust, crossing.rank ?? ''],
    ...residualCells(residualBefore),
    ...residualCells(residualAfter),
  ];
}

/** A line a survey line, its shift curve in columns named by their times in ms. */
export function* linesCsv({ lines }: TieDocument): Generator<string> {
  const times = lines.find(({ shiftCurve }) => shiftCurve.length > 0)?.shiftCurve.map(([timeMs]) => timeMs) ?? [];
  const curveHeads = times.map((timeMs) => `curve${Math.round(timeMs)}`);
  yield csvLine(['name', 'id', 'shiftMs', 'phaseDeg', 'gain', 'isReference', 'group', 'crossings', ...curveHeads]);
  for (const { name, id, shiftMs, phaseDeg, gain, isReference, group, crossings, shiftCurve } of lines) {
    yield csvLine([
      ...[name, id, shiftMs, phaseDeg, gain, String(isReference), group, crossings],
      ...shiftCurve.map(([, ms]) => ms),
    ]);
  }
}
