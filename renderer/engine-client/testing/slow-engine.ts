/** Slice calls answered after delays of the test's choice, on the test's clock; keeps what it was asked. */
import { CrosslineError, type CrosslineFault } from '../../../shared/errors.ts';
import { compactView, type SlicePlane, type SliceReply, type SliceRequest } from '../../../shared/slices.ts';
import type { EngineTiming } from '../../../shared/timing.ts';
import type { Clock } from '../clock.ts';
import type { SliceCalls } from '../slice-stream.ts';

export const ENGINE_TIMING: EngineTiming = {
  queuedMs: 0,
  readMs: 1,
  decodeMs: 0.5,
  stackMs: 0,
  encodeMs: 0.25,
  engineMs: 2,
  bytesRead: 4,
  residentShare: null,
  majorFaults: null,
  origin: 'synthetic',
  file: null,
  layout: null,
  prefetched: false,
};

export class SlowEngine implements SliceCalls {
  readonly requests: SliceRequest[] = [];
  readonly cancelled: number[] = [];
  readonly acknowledged: number[] = [];
  readonly wishes: (readonly SlicePlane[])[] = [];
  inFlight = 0;
  mostInFlight = 0;
  readonly #clock: Clock;
  readonly #delayMs: (request: SliceRequest) => number;
  readonly #faultOf: (request: SliceRequest) => CrosslineFault | null;
  readonly #rejections = new Map<number, () => void>();

  constructor(
    clock: Clock,
    delayMs: (request: SliceRequest) => number,
    faultOf: (request: SliceRequest) => CrosslineFault | null = () => null,
  ) {
    this.#clock = clock;
    this.#delayMs = delayMs;
    this.#faultOf = faultOf;
  }

  readSlice(request: SliceRequest): Promise<SliceReply> {
    this.requests.push(request);
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    return new Promise<SliceReply>((resolve, reject) => {
      const cancelAlarm = this.#clock.after(this.#delayMs(request), () => {
        const fault = this.#faultOf(request);
        if (fault === null) resolve(replyTo(request));
        else reject(new CrosslineError(fault));
      });
      this.#rejections.set(request.requestId, () => {
        cancelAlarm();
        reject(new CrosslineError({ code: 'cancelled' }));
      });
    }).finally(() => {
      this.inFlight -= 1;
    });
  }

  cancelSlice(requestId: number): Promise<void> {
    this.cancelled.push(requestId);
    this.#rejections.get(requestId)?.();
    return Promise.resolve();
  }

  acknowledgeSlice(requestId: number): Promise<void> {
    this.acknowledged.push(requestId);
    return Promise.resolve();
  }

  prefetch({ planes }: { readonly planes: readonly SlicePlane[] }): Promise<void> {
    this.wishes.push(planes);
    return Promise.resolve();
  }
}

const replyTo = ({ requestId, surveyId, plane, decimation }: SliceRequest): SliceReply => ({
  requestId,
  surveyId,
  plane,
  decimation,
  view: compactView(new Float32Array(1), 1, 1),
  traceStatus: null,
  timing: ENGINE_TIMING,
});
