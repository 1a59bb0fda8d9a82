/** The places of the crossings table: which are shown, and in which order. */
import type { CrossingProfile, OpenCrossings } from '../../../shared/crossing-calls.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { crossingAt, crossingCount, overlapAt, profileKey, type CrossingRef, type FoundPlaces } from './crossing-at.ts';

export type ListedCrossings = FoundPlaces & Pick<OpenCrossings, 'places'>;

/** Two traces that bound a place, 0-based. */
export type TracePair = readonly [from: number, to: number];

export interface CrossingRow {
  readonly ref: CrossingRef;
  readonly kind: 'Crossing' | 'Overlap' | 'Self-crossing';
  readonly line1: string;
  readonly line2: string;
  /** Of `profileKey`. */
  readonly key1: string;
  readonly key2: string;
  /** "a.sgy" where both lines are of it, else "a.sgy, b.sgy". */
  readonly surveys: string;
  /** Of an overlap: where it begins. */
  readonly x: number;
  readonly y: number;
  readonly traces1: TracePair;
  readonly traces2: TracePair;
  readonly cdp1: number | null;
  readonly cdp2: number | null;
  /** Degrees; null of an overlap. */
  readonly angle: number | null;
}

export type CrossingColumn = Exclude<keyof CrossingRow, 'ref' | 'key1' | 'key2'>;

export interface CrossingOrder {
  readonly column: CrossingColumn;
  readonly isDescending: boolean;
}

/** @param surveyName of a survey that is open */
export function crossingRows(found: ListedCrossings, surveyName: (id: SurveyId) => string): readonly CrossingRow[] {
  const lines = (one: CrossingProfile, other: CrossingProfile) => {
    const [a, b] = [surveyName(one.surveyId), surveyName(other.surveyId)];
    return {
      line1: one.name,
      line2: other.name,
      key1: profileKey(one),
      key2: profileKey(other),
      surveys: a === b ? a : `${a}, ${b}`,
    };
  };
  const { angle, cdp1, cdp2 } = found.places;
  const crossings = Array.from({ length: crossingCount(found) }, (_, index): CrossingRow => {
    const { profile1, profile2, x, y, t11, t12, t21, t22 } = crossingAt(found, index);
    return {
      ref: { kind: 'crossing', index },
      kind: profile1 === profile2 ? 'Self-crossing' : 'Crossing',
      ...lines(profile1, profile2),
      x,
      y,
      traces1: [t11, t12],
      traces2: [t21, t22],
      cdp1: numberOrNull(cdp1[index]!),
      cdp2: numberOrNull(cdp2[index]!),
      angle: angle[index]!,
    };
  });
  const overlaps = found.overlaps.map((_, index): CrossingRow => {
    const { profile1, profile2, x1, y1, t1From, t1To, t2From, t2To } = overlapAt(found, index);
    return {
      ref: { kind: 'overlap', index },
      kind: 'Overlap',
      ...lines(profile1, profile2),
      x: x1,
      y: y1,
      traces1: [t1From, t1To],
      traces2: [t2From, t2To],
      cdp1: null,
      cdp2: null,
      angle: null,
    };
  });
  return [...crossings, ...overlaps];
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** @param chosen lines by `profileKey`, of which each place shown has one; null: all */
export function shownRows(
  rows: readonly CrossingRow[],
  filter: string,
  chosen: ReadonlySet<string> | null,
  order: CrossingOrder,
): readonly CrossingRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows
    .filter((row) => chosen === null || chosen.has(row.key1) || chosen.has(row.key2))
    .filter((row) => matches(row, words))
    .map((row) => ({ row, key: sortKey(row, order.column) }));
  const rankOf = textRanks(shown.map(({ key }) => key));
  return shown
    .map(({ row, key }) => ({ row, key: typeof key === 'string' ? rankOf.get(key)! : key }))
    .sort((one, other) => compared(one.key, other.key, order.isDescending))
    .map(({ row }) => row);
}

function matches({ kind, line1, line2, surveys }: CrossingRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${line1} ${line2} ${surveys} ${kind}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

type Key = string | number | null;

function sortKey(row: CrossingRow, column: CrossingColumn): Key {
  const value = row[column];
  return typeof value === 'object' && value !== null ? value[0] : value;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Twenty thousand crossings are of a few hundred lines: comparing their names once is ten times as fast. */
function textRanks(keys: readonly Key[]): ReadonlyMap<string, number> {
  const texts = new Set(keys.filter((key) => typeof key === 'string'));
  return new Map([...texts].sort(collator.compare).map((text, rank) => [text, rank]));
}

/** Absent values come last, whichever way the rest runs; equal ones stay as they were found. */
function compared(one: number | null, other: number | null, isDescending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return isDescending ? other - one : one - other;
}
