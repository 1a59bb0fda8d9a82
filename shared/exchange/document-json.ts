/** The document as JSON. NaN is null; float32 samples have the fewest digits that read back as themselves. */
import { shortestFloat32 } from '../shortest-float32.ts';
import type { ByProfile, ExchangeDocument, Positions } from './exchange-document.ts';

/** In parts, so that a large document need not be held as one string. */
export function* encodeJson({ coordinates, intersections, traces, overlaps }: ExchangeDocument): Generator<string> {
  yield '{"coordinates":';
  yield* profilesJson(coordinates, positionsJson);
  yield ',\n"intersections":';
  yield* listJson(intersections);
  yield ',\n"traces":';
  yield* profilesJson(traces, tracesJson);
  yield ',\n"overlaps":';
  yield* listJson(overlaps);
  yield '}\n';
}

function* listJson(records: readonly object[]): Generator<string> {
  yield '[';
  for (const [i, record] of records.entries()) yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(record)}`;
  yield ']';
}

function* profilesJson<Value>(all: ByProfile<Value>, valueJson: (value: Value) => string): Generator<string> {
  yield '{';
  let surveyBreak = '\n';
  for (const [survey, profiles] of all) {
    yield `${surveyBreak}${JSON.stringify(survey)}:{`;
    surveyBreak = ',\n';
    let profileBreak = '\n';
    for (const [profile, value] of profiles) {
      yield `${profileBreak}${JSON.stringify(profile)}:${valueJson(value)}`;
      profileBreak = ',\n';
    }
    yield '}';
  }
  yield '}';
}

const numberJson = (value: number): string => (Number.isFinite(value) ? String(value) : 'null');
const sampleJson = (value: number): string => (Number.isFinite(value) ? shortestFloat32(value) : 'null');

function positionsJson(positions: Positions): string {
  const pairs: string[] = [];
  for (let i = 0; i < positions.length; i += 2) {
    pairs.push(`[${numberJson(positions[i]!)},${numberJson(positions[i + 1]!)}]`);
  }
  return `[${pairs.join(',')}]`;
}

const tracesJson = (traces: ReadonlyMap<number, Float32Array>): string =>
  `{${Array.from(traces, ([index, samples]) => `"${index}":[${Array.from(samples, sampleJson).join(',')}]`).join(',')}}`;
