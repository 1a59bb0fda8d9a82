/** A document that was imported, as the crossings of open lines are kept: table, map and sections show it likewise. */
import type { IdentifiedLine, OpenCrossings } from '../../../shared/crossing-calls.ts';
import type { ExchangeDocument, Positions } from '../../../shared/exchange/exchange-document.ts';
import { crossingPlaces } from '../../../shared/geometry/crossings/crossing-places.ts';
import { lineIndex } from '../../../shared/units.ts';

const NOTHING_SEARCHED = { loadMs: 0, indexMs: 0, searchMs: 0, exactMs: 0 };

/** @param open lines: those of the document that are among them can be looked at; the others keep the document's own ids */
export function crossingsOfDocument(document: ExchangeDocument, open: readonly IdentifiedLine[]): OpenCrossings {
  const keyOf = (survey: string, profile: string): string => JSON.stringify([survey, profile]);
  const identified = new Map(open.map((line) => [keyOf(line.document.survey, line.document.profile), line]));
  const entries = [...document.coordinates].flatMap(([survey, profiles]) =>
    [...profiles].map(([profile, positions]) => ({ survey, profile, positions })),
  );
  const places = new Map(entries.map(({ survey, profile }, at) => [keyOf(survey, profile), at]));
  const first = document.intersections.map(({ survey1, profile1 }) => places.get(keyOf(survey1, profile1))!);
  const second = document.intersections.map(({ survey2, profile2 }) => places.get(keyOf(survey2, profile2))!);
  const column = (name: 't11' | 't12' | 't21' | 't22'): Uint32Array =>
    Uint32Array.from(document.intersections, (each) => each[name]);
  const crossings: OpenCrossings['crossings'] = {
    profile1: Uint32Array.from(first),
    profile2: Uint32Array.from(second),
    x: Float64Array.from(document.intersections, ({ x }) => x),
    y: Float64Array.from(document.intersections, ({ y }) => y),
    t11: column('t11'),
    t12: column('t12'),
    t21: column('t21'),
    t22: column('t22'),
  };
  const unknown = new Float64Array(first.length).fill(NaN);
  return {
    profiles: entries.map(({ survey, profile }) => {
      const line = identified.get(keyOf(survey, profile));
      return line === undefined
        ? { surveyId: `${survey}/${profile}`, line: lineIndex(0), name: profile }
        : { surveyId: line.surveyId, line: line.line, name: line.name };
    }),
    crossings,
    places: { ...crossingPlaces(crossings, entries.map(linePositions)), cdp1: unknown, cdp2: unknown },
    overlaps: document.overlaps.map(({ survey1, survey2, profile1, profile2, ...rest }) => ({
      profile1: places.get(keyOf(survey1, profile1))!,
      profile2: places.get(keyOf(survey2, profile2))!,
      ...rest,
    })),
    notes: notesOn(entries.length, entries.filter((each) => identified.has(keyOf(each.survey, each.profile))).length),
    algorithm: 'brute-force',
    searchedCount: 0,
    stages: NOTHING_SEARCHED,
    transferMs: 0,
    engineMs: 0,
  };
}

function linePositions({ positions }: { readonly positions: Positions }) {
  const count = positions.length / 2;
  return {
    x: Float64Array.from({ length: count }, (_, i) => positions[2 * i]!),
    y: Float64Array.from({ length: count }, (_, i) => positions[2 * i + 1]!),
  };
}

function notesOn(count: number, openCount: number): readonly string[] {
  if (openCount === count) return [];
  return [`${count - openCount} of ${count} lines of the document are not open, so their sections cannot be shown.`];
}
