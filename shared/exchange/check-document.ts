/** Checks what another program wrote, all of it, and says by path what is wrong. */
import { checkPositions, checkSamples } from './check-arrays.ts';
import { checkIntersection, checkOverlap } from './check-records.ts';
import { keyPath, ProblemList, shownValue } from './document-problems.ts';
import type { ByProfile, DocumentOverlap, ExchangeDocument, Intersection, Positions } from './exchange-document.ts';
import type { Unpack } from './packed-array.ts';

export interface CheckedDocument {
  /** Null where anything is wrong. */
  readonly document: ExchangeDocument | null;
  readonly problems: ProblemList;
}

/** `traces` and `overlaps` may be missing: the schema of older programs has no overlaps. */
const PARTS = ['coordinates', 'intersections', 'traces', 'overlaps'];

/** @param tree decoded; `unpack` finds the packed arrays of its format */
export function checkDocument(tree: unknown, unpack: Unpack): CheckedDocument {
  const problems = new ProblemList();
  const parts = entriesOf(tree, '', problems);
  for (const [part] of parts) {
    if (!PARTS.includes(part)) problems.add(keyPath('', part), `is no part of the schema (${PARTS.join(', ')})`);
  }
  const byName = new Map(parts);
  for (const part of ['coordinates', 'intersections']) {
    if (parts.length > 0 && !byName.has(part)) problems.add(part, 'is missing');
  }
  const check = { problems, unpack };
  const coordinates = profilesOf(byName.get('coordinates'), 'coordinates', check, (value, path) =>
    checkPositions(value, path, check),
  );
  const traces = profilesOf(byName.get('traces'), 'traces', check, (value, path, survey, profile) => {
    const positions = coordinates.get(survey)?.get(profile);
    if (positions === undefined) problems.add(path, 'is of a profile that has no coordinates');
    return tracesOf(value, path, check, positions);
  });
  const document: ExchangeDocument = {
    coordinates,
    intersections: recordsOf(byName.get('intersections'), 'intersections', problems, (record, path) =>
      checkIntersection(record, path, coordinates, problems),
    ) as readonly Intersection[],
    traces,
    overlaps: recordsOf(byName.get('overlaps'), 'overlaps', problems, (record, path) =>
      checkOverlap(record, path, coordinates, problems),
    ) as readonly DocumentOverlap[],
  };
  return { document: problems.count === 0 ? document : null, problems };
}

export interface ArrayCheck {
  readonly problems: ProblemList;
  readonly unpack: Unpack;
}

/** Of an object; none, and a problem, of anything else. */
function entriesOf(value: unknown, path: string, problems: ProblemList): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  problems.add(path === '' ? 'the document' : path, `is ${shownValue(value)}, not an object`);
  return [];
}

function profilesOf<Value>(
  value: unknown,
  path: string,
  { problems }: ArrayCheck,
  check: (value: unknown, path: string, survey: string, profile: string) => Value | null,
): ByProfile<Value> {
  const surveys = new Map<string, Map<string, Value>>();
  if (value === undefined) return surveys;
  for (const [survey, profiles] of entriesOf(value, path, problems)) {
    const checked = new Map<string, Value>();
    const surveyPath = keyPath(path, survey);
    for (const [profile, each] of entriesOf(profiles, surveyPath, problems)) {
      const found = check(each, keyPath(surveyPath, profile), survey, profile);
      if (found !== null) checked.set(profile, found);
    }
    surveys.set(survey, checked);
  }
  return surveys;
}

function tracesOf(
  value: unknown,
  path: string,
  check: ArrayCheck,
  positions: Positions | undefined,
): ReadonlyMap<number, Float32Array> {
  const traces = new Map<number, Float32Array>();
  const count = positions === undefined ? Infinity : positions.length / 2;
  for (const [key, samples] of entriesOf(value, path, check.problems)) {
    const tracePath = keyPath(path, key);
    const index = /^(0|[1-9]\d{0,9})$/.test(key) ? Number(key) : NaN;
    if (!(index < count)) check.problems.add(tracePath, `is no trace of the profile, which has ${count}`);
    const checked = checkSamples(samples, tracePath, check);
    if (checked !== null) traces.set(index, checked);
  }
  return traces;
}

/** Records are kept as they are: what is wrong with one is told. */
function recordsOf(
  value: unknown,
  path: string,
  problems: ProblemList,
  check: (record: Readonly<Record<string, unknown>>, path: string) => void,
): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.add(path, `is ${shownValue(value)}, not a list`);
    return [];
  }
  const records = value as readonly unknown[];
  records.forEach((record, i) => {
    const recordPath = `${path}[${i}]`;
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
      check(record as Record<string, unknown>, recordPath);
    } else {
      problems.add(recordPath, `is ${shownValue(record)}, not an object`);
    }
  });
  return records;
}
