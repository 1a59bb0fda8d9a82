import { expect, test } from 'vitest';
import type { SampleRequest } from '../../shared/sample-place.ts';
import { sampleIndex, traceIndex } from '../../shared/units.ts';
import { ManualClock } from '../engine-client/testing/manual-clock.ts';
import { NO_CURSOR, type CursorReading } from '../state/cursor-store.ts';
import { addSurvey, updateSurvey } from '../state/session-changes.ts';
import { LINE } from '../state/testing/survey-infos.ts';
import { followStoredSamples, REST_MS } from './stored-samples.ts';
import { createViewerStores } from './viewer-stores.ts';

const nowhere = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
const ANSWER_MS = 250;

const readingOf = (trace: number, isRounded = true): CursorReading => ({
  inlineNumber: null,
  crosslineNumber: null,
  cdpNumber: null,
  shotPoint: null,
  offset: null,
  traceNumber: trace + 1,
  x: null,
  y: null,
  sampleValue: 0,
  amplitude: 2 ** 40,
  stored: null,
  rounded: isRounded ? { surveyId: LINE.id, place: { trace: traceIndex(trace), sample: sampleIndex(0) } } : null,
  trace: 'live',
});

/** An engine that takes `ANSWER_MS` and answers with the trace asked for; trace 13 fails. */
function start() {
  const stores = createViewerStores(nowhere);
  stores.session.setState(addSurvey('/data/line.sgy', LINE));
  const clock = new ManualClock();
  const asked: number[] = [];
  const read = ({ place }: SampleRequest): Promise<string | null> => {
    const trace = 'trace' in place ? place.trace : -1;
    asked.push(trace);
    return new Promise((resolve, reject) => {
      clock.after(ANSWER_MS, () => (trace === 13 ? reject(new Error('lost')) : resolve(`stored ${trace}`)));
    });
  };
  const stop = followStoredSamples({ stores, clock, read });
  const point = (trace: number, isRounded = true): void =>
    stores.cursor.setState({ source: 'section', position: null, reading: readingOf(trace, isRounded) });
  return { stores, clock, asked, stop, point, stored: () => stores.cursor.getState().reading?.stored };
}

test('asks once the pointer rests, and shows the answer', async () => {
  const { clock, asked, point, stored } = start();
  point(1);
  await clock.advance(REST_MS - 1);
  expect(asked).toEqual([]);
  await clock.advance(1 + ANSWER_MS);
  expect(asked).toEqual([1]);
  expect(stored()).toBe('stored 1');
});

test('asks nothing of a moving pointer, nor where the amplitude tells all', async () => {
  const { clock, asked, point, stored } = start();
  for (let trace = 0; trace < 50; trace += 1) {
    point(trace);
    await clock.advance(REST_MS / 2);
  }
  point(50, false);
  await clock.advance(10 * REST_MS);
  expect(asked).toEqual([]);
  expect(stored()).toBeNull();
});

test('one question at a time: the latest follows, and a late answer is dropped', async () => {
  const { clock, asked, point, stored } = start();
  point(1);
  await clock.advance(REST_MS);
  for (const trace of [2, 3]) {
    point(trace);
    await clock.advance(REST_MS);
  }
  expect(asked).toEqual([1]);
  await clock.advance(ANSWER_MS - 2 * REST_MS);
  expect(stored()).toBeNull();
  await clock.advance(REST_MS + ANSWER_MS);
  expect(asked).toEqual([1, 3]);
  expect(stored()).toBe('stored 3');
});

test('keeps the answer while the pointer moves within its sample, until the survey is another', async () => {
  const { stores, clock, asked, point, stored } = start();
  point(1);
  await clock.advance(REST_MS + ANSWER_MS);
  point(1);
  expect(stored()).toBe('stored 1');
  stores.session.setState(updateSurvey({ ...LINE }));
  point(1);
  expect(stored()).toBeNull();
  await clock.advance(REST_MS + ANSWER_MS);
  expect(asked).toEqual([1, 1]);
  expect(stored()).toBe('stored 1');
});

test('a failure leaves the rounded value, and the next sample is asked for', async () => {
  const { clock, asked, point, stored } = start();
  point(13);
  await clock.advance(REST_MS + ANSWER_MS);
  expect(stored()).toBeNull();
  point(14);
  await clock.advance(REST_MS + ANSWER_MS);
  expect(asked).toEqual([13, 14]);
  expect(stored()).toBe('stored 14');
});

test('forgets the question when the pointer leaves or the viewer ends', async () => {
  const { stores, clock, asked, stop, point } = start();
  point(1);
  stores.cursor.setState(NO_CURSOR);
  await clock.advance(10 * REST_MS);
  point(2);
  stop();
  await clock.advance(10 * REST_MS);
  expect(asked).toEqual([]);
});
