/** Which parts of which two lines a split section shows. */
import type { CrossingProfile } from '../../../shared/crossing-calls.ts';
import type { SlicePlane } from '../../../shared/slices.ts';
import type { LineInfo, SurveyInfo } from '../../../shared/survey.ts';
import { traceIndex } from '../../../shared/units.ts';
import { LINE_TRACES_SHOWN } from '../plane-positions.ts';
import { surveyOf, type SessionState } from '../session-store.ts';
import { crossingAt, overlapAt, type CrossingRef, type FoundPlaces } from './crossing-at.ts';
import type { CrossingPlaces } from '../../../shared/geometry/crossings/crossing-places.ts';

/** How the two lines are laid side by side. */
export interface SplitArrangement {
  /** Line 2 lies left. */
  readonly isSwapped: boolean;
  /** Of line 1: the part beyond the crossing, running the other way, so that it still ends at the seam. */
  readonly isFirstFlipped: boolean;
  readonly isSecondFlipped: boolean;
  /** Traces of each line that are shown at most; null: the line up to its end. */
  readonly reach: number | null;
}

/** What of a line a split section shows. */
export interface SplitLine {
  readonly info: SurveyInfo;
  readonly line: LineInfo;
  readonly profile: CrossingProfile;
  /** The traces that bound the crossing, 0-based along the line. */
  readonly bounds: readonly [number, number];
  /** Place of the crossing between them. */
  readonly at: number;
  readonly first: number;
  readonly count: number;
  /** Which way traces count from left to right. */
  readonly direction: 1 | -1;
  /** Mean distance of traces, in the unit of the coordinates; null where it is not known. */
  readonly spacing: number | null;
}

export interface Split {
  readonly ref: CrossingRef;
  readonly x: number;
  readonly y: number;
  readonly left: SplitLine;
  readonly right: SplitLine;
  /** One is in time and the other in depth: they have no axis in common. */
  readonly hasTwoDomains: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly profiles: readonly [CrossingProfile, CrossingProfile];
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
  readonly at: readonly [number, number];
}

/** An overlap is looked at where it begins. */
function placeOf(found: FoundPlaces & { readonly places: CrossingPlaces }, { kind, index }: CrossingRef): Place {
  if (kind === 'overlap') {
    const { profile1, profile2, x1, y1, t1From, t2From } = overlapAt(found, index);
    const bounds = [
      [t1From, t1From],
      [t2From, t2From],
    ] as const;
    return { x: x1, y: y1, profiles: [profile1, profile2], bounds, at: [t1From, t2From] };
  }
  const { profile1, profile2, x, y, t11, t12, t21, t22 } = crossingAt(found, index);
  const { at1, at2 } = found.places;
  const bounds = [
    [t11, t12],
    [t21, t22],
  ] as const;
  return { x, y, profiles: [profile1, profile2], bounds, at: [at1[index]!, at2[index]!] };
}

/** Null where one of the lines is no longer open, or cannot be read. */
export function splitAt(
  found: FoundPlaces & { readonly places: CrossingPlaces },
  ref: CrossingRef,
  session: SessionState,
  { isSwapped, isFirstFlipped, isSecondFlipped, reach }: SplitArrangement,
): Split | null {
  const { x, y, profiles, bounds, at } = placeOf(found, ref);
  const lineAt = (which: 0 | 1, isLeft: boolean): SplitLine | null => {
    const survey = surveyOf(session, profiles[which].surveyId);
    const line = survey?.info.lines?.lines[profiles[which].line];
    if (survey?.fault !== null || line === undefined) return null;
    const isFlipped = which === 0 ? isFirstFlipped : isSecondFlipped;
    const direction = isFlipped ? -1 : 1;
    // Up to the crossing on the left and from it on to the right; turned round, the other part of the line.
    const isBefore = isLeft !== isFlipped;
    const part = partOf(line.traceCount, bounds[which], isBefore, reach ?? LINE_TRACES_SHOWN);
    const spacing = line.length === null || line.traceCount < 2 ? null : line.length / (line.traceCount - 1);
    return {
      info: survey.info,
      line,
      profile: profiles[which],
      bounds: bounds[which],
      at: at[which],
      ...part,
      direction,
      spacing: spacing === 0 ? null : spacing,
    };
  };
  const left = lineAt(isSwapped ? 1 : 0, true);
  const right = lineAt(isSwapped ? 0 : 1, false);
  if (left === null || right === null) return null;
  const domains = [left.info.samples.domain, right.info.samples.domain];
  const hasTwoDomains = domains.includes('time') && domains.includes('depth');
  return { ref, x, y, left, right, hasTwoDomains };
}

/** With the bounding trace on the other side of the crossing, as far as there is one. */
function partOf(
  traceCount: number,
  [from, to]: readonly [number, number],
  isBefore: boolean,
  reach: number,
): { readonly first: number; readonly count: number } {
  const first = isBefore ? Math.max(0, to - reach) : from;
  const last = isBefore ? to : Math.min(traceCount - 1, from + reach);
  return { first, count: last - first + 1 };
}

/** Whether two splits show the same of the same readings. */
export const isSameSplit = (a: Split | null, b: Split | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.x === b.x &&
    a.y === b.y &&
    isSameLine(a.left, b.left) &&
    isSameLine(a.right, b.right));

export const isSameLine = (a: SplitLine, b: SplitLine): boolean =>
  a.info === b.info &&
  a.profile.line === b.profile.line &&
  a.at === b.at &&
  a.first === b.first &&
  a.count === b.count &&
  a.direction === b.direction;

export const splitPlane = ({ profile, first, count }: SplitLine): Extract<SlicePlane, { orientation: 'traces' }> => ({
  orientation: 'traces',
  index: traceIndex(first),
  count,
  line: profile.line,
});
