import { NO_DECIMATION } from '../../../shared/slices.ts';
import type { SlicePlane } from '../../../shared/slices.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { Sink } from '../harness/sink.ts';
import type { BenchEngine } from './bench-engine.ts';

/** Times slices through the engine's own call, and holds the last results as a page holds its pictures. */
export class SliceCaller {
  readonly #engine: BenchEngine;
  readonly #surveyId: SurveyId;
  readonly #held = new Sink<number>();

  constructor(engine: BenchEngine, surveyId: SurveyId) {
    this.#engine = engine;
    this.#surveyId = surveyId;
  }

  /** Milliseconds from the call to its reply. */
  async time(plane: SlicePlane): Promise<number> {
    const { calls } = this.#engine;
    const requestId = this.#engine.nextRequestId();
    const request = { requestId, surveyId: this.#surveyId, plane, decimation: NO_DECIMATION, stream: 'bench' };
    const started = performance.now();
    await calls.readSlice(request);
    const elapsed = performance.now() - started;
    const dropped = this.#held.keep(requestId);
    if (dropped !== undefined) await calls.acknowledgeSlice(dropped);
    return elapsed;
  }

  async timeAll(planes: readonly SlicePlane[]): Promise<number[]> {
    const times: number[] = [];
    for (const plane of planes) times.push(await this.time(plane));
    return times;
  }

  /** Lets the engine have back what is held. */
  async release(): Promise<void> {
    for (const requestId of this.#held.drain()) await this.#engine.calls.acknowledgeSlice(requestId);
  }
}
