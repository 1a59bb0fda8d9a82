/** Single crossings and overlaps of a document, against the coordinates of their profiles. */
import { keyPath, shownValue, type ProblemList } from './document-problems.ts';
import {
  INTERSECTION_FIELDS,
  INTERSECTION_NAMES,
  INTERSECTION_PLACES,
  INTERSECTION_TRACES,
  OVERLAP_FIELDS,
  OVERLAP_PLACES,
  OVERLAP_TRACES,
  type ByProfile,
  type Positions,
} from './exchange-document.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Another program's rounding, as a share of the segment and of the coordinate: 6 mm of a northing of 6,000 km. */
const SHARE_OF_SEGMENT = 1e-6;
const SHARE_OF_COORDINATE = 1e-9;

export function checkIntersection(
  record: Fields,
  path: string,
  coordinates: ByProfile<Positions>,
  problems: ProblemList,
): void {
  if (!checkFields(record, path, INTERSECTION_FIELDS, INTERSECTION_PLACES, problems)) return;
  const found = profilesOf(record, path, coordinates, problems);
  if (found === null) return;
  const before = problems.count;
  for (const name of INTERSECTION_TRACES) {
    const positions = name.startsWith('t1') ? found.first : found.second;
    if (!checkTrace(record, path, name, positions, problems)) continue;
    const at = 2 * (record[name] as number);
    checkSame(record, path, `${name}x`, positions[at]!, problems);
    checkSame(record, path, `${name}y`, positions[at + 1]!, problems);
  }
  if (problems.count > before) return;
  for (const t of ['t1', 't2']) {
    if ((record[`${t}1`] as number) >= (record[`${t}2`] as number)) {
      problems.add(keyPath(path, `${t}2`), `is ${shownValue(record[`${t}2`])}, which does not follow ${t}1`);
    }
    for (const axis of ['x', 'y']) checkBetween(record, path, axis, `${t}1${axis}`, `${t}2${axis}`, problems);
  }
}

export function checkOverlap(
  record: Fields,
  path: string,
  coordinates: ByProfile<Positions>,
  problems: ProblemList,
): void {
  if (!checkFields(record, path, OVERLAP_FIELDS, OVERLAP_PLACES, problems)) return;
  const found = profilesOf(record, path, coordinates, problems);
  if (found === null) return;
  for (const name of OVERLAP_TRACES) {
    checkTrace(record, path, name, name.startsWith('t1') ? found.first : found.second, problems);
  }
  if ((record['t1From'] as number) >= (record['t1To'] as number)) {
    problems.add(keyPath(path, 't1To'), `is ${shownValue(record['t1To'])}, which does not follow t1From`);
  }
}

/** All fields are there and no others, texts are texts and numbers finite. */
function checkFields(
  record: Fields,
  path: string,
  fields: readonly string[],
  places: readonly string[],
  problems: ProblemList,
): boolean {
  const before = problems.count;
  for (const field of Object.keys(record)) {
    if (!fields.includes(field)) problems.add(keyPath(path, field), 'is no field of the schema');
  }
  for (const name of INTERSECTION_NAMES) {
    if (typeof record[name] !== 'string')
      problems.add(keyPath(path, name), `is ${shownValue(record[name])}, not an id`);
  }
  for (const place of places) {
    if (Number.isFinite(record[place])) continue;
    problems.add(keyPath(path, place), `is ${shownValue(record[place])}, not a finite number`);
  }
  return problems.count === before;
}

function profilesOf(
  { survey1, survey2, profile1, profile2 }: Fields,
  path: string,
  coordinates: ByProfile<Positions>,
  problems: ProblemList,
): { readonly first: Positions; readonly second: Positions } | null {
  const first = coordinates.get(survey1 as string)?.get(profile1 as string);
  const second = coordinates.get(survey2 as string)?.get(profile2 as string);
  if (first === undefined) problems.add(keyPath(path, 'profile1'), 'is of a profile that has no coordinates');
  if (second === undefined) problems.add(keyPath(path, 'profile2'), 'is of a profile that has no coordinates');
  return first === undefined || second === undefined ? null : { first, second };
}

function checkTrace(record: Fields, path: string, name: string, positions: Positions, problems: ProblemList): boolean {
  const index = record[name];
  if (Number.isInteger(index) && (index as number) >= 0 && 2 * (index as number) < positions.length) return true;
  const range = `0 to ${positions.length / 2 - 1}`;
  problems.add(keyPath(path, name), `is ${shownValue(index)}, not a trace of its profile (${range})`);
  return false;
}

function checkSame(record: Fields, path: string, name: string, expected: number, problems: ProblemList): void {
  if (record[name] === expected) return;
  problems.add(
    keyPath(path, name),
    `is ${shownValue(record[name])}, but the coordinates of that trace say ${expected}`,
  );
}

function checkBetween(
  record: Fields,
  path: string,
  axis: string,
  from: string,
  to: string,
  problems: ProblemList,
): void {
  const [place, a, b] = [record[axis] as number, record[from] as number, record[to] as number];
  const slack = SHARE_OF_SEGMENT * Math.abs(b - a) + SHARE_OF_COORDINATE * Math.abs(place);
  if (place >= Math.min(a, b) - slack && place <= Math.max(a, b) + slack) return;
  problems.add(keyPath(path, axis), `is ${place}, which does not lie between ${from} and ${to} (${a} and ${b})`);
}
