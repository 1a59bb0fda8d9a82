/** Where a file's geometry may be taken from, and what speaks for it. */
import { samePlace } from '../../../../shared/mapping/header-place.ts';
import type { PlacedWords } from '../geometry-places.ts';
import type { CoordinatesEvidence } from './coordinates-evidence.ts';
import type { LinesEvidence } from './lines-evidence.ts';

export interface Placement {
  readonly words: PlacedWords;
  /** E.g. "Petrel 5/21"; null where the words are no preset's. */
  readonly preset: string | null;
  /** Null where the words number no grid. */
  readonly lines: LinesEvidence | null;
  readonly coordinates: CoordinatesEvidence | null;
  /** 0 to 1. */
  readonly score: number;
}

/** E.g. "bytes 189 and 193". */
export const lineBytes = ({ places: { inline, crossline } }: PlacedWords): string =>
  `bytes ${inline.byte} and ${crossline.byte}`;

export const sameLineWords = ({ places: one }: PlacedWords, { places: other }: PlacedWords): boolean =>
  samePlace(one.inline, other.inline) && samePlace(one.crossline, other.crossline);
