/** Asks an open survey for its headers, as the inspector does. */
import type { EngineCalls } from '../../../shared/contract.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import { FuzzFailure } from './fuzz-failure.ts';

/** At the end of the header, too, and of every width. */
const PLACES: readonly HeaderPlace[] = [
  { byte: 1, type: 'int32' },
  { byte: 189, type: 'int32' },
  { byte: 71, type: 'int16' },
  { byte: 233, type: 'float64' },
  { byte: 240, type: 'uint8' },
  { byte: 37, type: 'ibm32' },
];
const EXPRESSION = 'inline > 3 or trace < 10';
const ROWS = 100;

/** @throws CrosslineError; FuzzFailure where an answer contradicts the survey */
export async function readHeaders(calls: EngineCalls, { id: surveyId, traceCount }: SurveyInfo): Promise<void> {
  for (const { bytes, codePage } of await calls.readTextHeaders(surveyId)) decodeText(bytes, codePage);
  if ((await calls.describeHeaders(surveyId)) === null) return;
  const all = { surveyId, filterId: null };
  const count = Math.min(ROWS, traceCount);
  for (const trace of [0, traceCount - 1]) await calls.readTraceHeader(surveyId, trace);
  for (const first of [0, traceCount - count]) {
    const { traces, values } = await calls.readTraceHeaders({ ...all, first, count, places: PLACES });
    if (traces.length !== count || values.length !== count * PLACES.length) {
      throw new FuzzFailure('contradiction', `${traces.length} rows of headers where ${count} were asked for`);
    }
  }
  await calls.summariseHeaders({ ...all, requestId: 1, places: PLACES, most: 1000 });
  await calls.readHeaderColumn({ ...all, requestId: 2, place: PLACES[1]!, first: 0, count: traceCount, buckets: 50 });
  const { filterId, matchCount } = await calls.filterTraces({ surveyId, requestId: 3, expression: EXPRESSION });
  if (matchCount > traceCount) throw new FuzzFailure('contradiction', `${matchCount} of ${traceCount} traces match`);
  await calls.dropFilter(filterId);
}
