/** How far lines disagree at each crossing, on the scale that colours the map. */
import type { FoundPlaces } from '../crossings/crossing-at.ts';
import { refsOfTies } from './tie-at.ts';
import type { TiesState } from './ties-store.ts';

/** `TieResidual.difference` of the greatest grade: unrelated traces, whose difference is as strong as both together. */
export const MOST_DIFFERENCE = Math.SQRT2;

/**
 * 0 to 1 of each crossing that is shown; NaN where nothing is known, or where the user has rejected it or it is too poor to
 * be used. Null where the map shows no mis-ties.
 */
export function misTieGrades(
  { open, view }: Pick<TiesState, 'open' | 'view'>,
  found: FoundPlaces | null,
): Float32Array | null {
  if (open === null || found === null || view === 'hidden') return null;
  const grades = new Float32Array(found.crossings.x.length).fill(NaN);
  refsOfTies(open, found).forEach((ref, at) => {
    const tie = open.ties.ties[at]!;
    const residual = tie[view];
    if (ref === null || residual === null || !tie.isUsed) return;
    grades[ref.index] = Math.min(1, residual.difference / MOST_DIFFERENCE);
  });
  return grades;
}
