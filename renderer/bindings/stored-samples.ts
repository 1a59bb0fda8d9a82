/**
 * Asks the engine for the stored value of the sample under a resting pointer, where its float32 may be a rounded one. One
 * question at a time: what was passed over meanwhile is never asked for, and an answer that comes too late is dropped.
 */
import type { SampleRequest } from '../../shared/sample-place.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import type { Clock } from '../engine-client/clock.ts';
import type { CursorReading } from '../state/cursor-store.ts';
import { surveyOf } from '../state/session-store.ts';
import type { ViewerStores } from './viewer-stores.ts';

/** A pointer that stays this long rests; shorter than a person takes to look at the figure. */
export const REST_MS = 100;

export interface StoredSamplesOptions {
  readonly stores: Pick<ViewerStores, 'cursor' | 'session'>;
  readonly clock: Clock;
  /** Rejects where there is no engine. */
  readonly read: (request: SampleRequest) => Promise<string | null>;
}

/** Good for as long as nothing else is learned of the survey. */
interface Answer {
  readonly question: string;
  readonly info: SurveyInfo | null;
  readonly stored: string;
}

/** @returns its end */
export function followStoredSamples({ stores, clock, read }: StoredSamplesOptions): () => void {
  const { cursor, session } = stores;
  let cancelWait: () => void = () => undefined;
  let isAsking = false;
  let last: Answer | null = null;

  const infoOf = ({ surveyId }: SampleRequest): SurveyInfo | null =>
    surveyOf(session.getState(), surveyId)?.info ?? null;
  const show = (reading: CursorReading, stored: string): void => cursor.setState({ reading: { ...reading, stored } });

  const ask = async (): Promise<void> => {
    const { reading } = cursor.getState();
    const request = questionOf(reading);
    if (isAsking || reading === null || request === null) return;
    const info = infoOf(request);
    isAsking = true;
    // Without an answer the rounded value stays, which is right to all the digits that are shown of it.
    const stored = await read(request).catch(() => null);
    isAsking = false;
    if (cursor.getState().reading !== reading) wait();
    else if (stored !== null) {
      last = { question: JSON.stringify(request), info, stored };
      show(reading, stored);
    }
  };

  const wait = (): void => {
    cancelWait();
    const { reading } = cursor.getState();
    const request = questionOf(reading);
    if (reading === null || request === null) return;
    // The pointer has moved within its sample.
    if (last?.question === JSON.stringify(request) && last.info === infoOf(request)) show(reading, last.stored);
    else cancelWait = clock.after(REST_MS, () => void ask());
  };

  const stop = cursor.subscribe(({ reading }, before) => {
    if (reading !== before.reading) wait();
  });
  return () => {
    stop();
    cancelWait();
  };
}

/** What is not known yet of the sample. */
const questionOf = (reading: CursorReading | null): SampleRequest | null =>
  reading?.stored === null ? reading.rounded : null;
