/** Why words were chosen, as it is shown to the user. Plain data, structured-clonable. */
import type { PlacedWords } from '../geometry-places.ts';
import type { CoordinatesEvidence } from './coordinates-evidence.ts';
import type { Placement } from './placement.ts';

export interface WordChoice {
  /** E.g. "Petrel 5/21"; null where the words are no preset's. */
  readonly preset: string | null;
  /** Beside what the scan found; weightiest first, one sentence each. */
  readonly reasons: readonly string[];
  /** 0 to 1; null where no words were found to number a grid. */
  readonly score: number | null;
}

export function placementReasons({ words, coordinates }: Placement): string[] {
  return coordinates === null ? ['No usual header words hold coordinates.'] : [coordinatesReason(words, coordinates)];
}

function coordinatesReason(
  { places: { x, y } }: PlacedWords,
  { kind, steps, rmsResidual }: CoordinatesEvidence,
): string {
  const where = `Coordinates in bytes ${x.byte} and ${y.byte}`;
  switch (kind) {
    case 'follow':
      return `${where} follow the line numbers: steps of ${amount(steps!.inline)} by ${amount(steps!.crossline)}, residual ${amount(rmsResidual!)} RMS.`;
    case 'crooked':
      return `${where} do not follow the line numbers: residual ${amount(rmsResidual!)} RMS at steps of ${amount(steps!.inline)} by ${amount(steps!.crossline)}.`;
    case 'still':
      return `${where} move along one direction of the line numbers only.`;
    case 'constant':
      return `${where} never change.`;
  }
}

const amount = (value: number): string => String(Number(value.toPrecision(3)));
