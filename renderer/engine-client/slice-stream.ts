/**
 * The pictures of one orientation. The position moves as fast as it likes; this class asks for the latest, keeps at most
 * two requests in flight, shows a coarse picture when the exact one is late, and never an older picture after a newer.
 */
import type { EngineCalls } from '../../shared/contract.ts';
import type { Decimation, SlicePlane, SliceReply } from '../../shared/slices.ts';
import { NO_DECIMATION, planeKey } from '../../shared/slices.ts';
import { faultOf, type CrosslineFault } from '../../shared/errors.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { Clock } from './clock.ts';
import { loadedPicture, type LoadedPicture } from './loaded-picture.ts';
import { planesAhead } from './planes-ahead.ts';
import type { RequestIds, StepIds } from './request-ids.ts';

/** An exact picture that is later than this has a coarse one asked for; with its own trip it comes within 100 ms. */
export const COARSE_AFTER_MS = 70;
/** A sixteenth of the samples or fewer: quick on any wire, and the layers can still be followed. */
export const COARSE: Decimation = { rows: 4, columns: 4 };
/** Half the distance is four times the traces. */
const REFINEMENT = 2;
const MAX_IN_FLIGHT = 2;
/** One picture on its way through the GPU and one behind it keep it busy; more would only be seen later. */
const MAX_PRESENTING = 2;

export interface SliceTarget {
  readonly surveyId: SurveyId;
  readonly plane: SlicePlane;
  /** How many indices the orientation has, which bounds the prefetch. */
  readonly indexCount: number;
  readonly inputAtMs: number | null;
}

export type SliceCalls = Pick<EngineCalls, 'readSlice' | 'cancelSlice' | 'acknowledgeSlice' | 'prefetch'>;

export interface SliceStreamOptions {
  /** Name of the stream at the engine; the coarse one is `NAME:coarse`. */
  readonly name: string;
  readonly calls: SliceCalls;
  readonly ids: RequestIds;
  readonly clock: Clock;
  /** Shows a picture; settles when it is on the screen. */
  present(picture: LoadedPicture): Promise<void>;
  /** The latest picture takes long: coarse ones come first. Null once it is there, or another one is wanted. */
  onWait(wait: SliceWait | null): void;
  /** The latest picture could not be had. Superseded and cancelled requests are not told. */
  onFault(fault: CrosslineFault, target: SliceTarget): void;
}

/** A picture that takes long is refined step by step. */
export interface SliceWait {
  readonly target: SliceTarget;
  /** Of the exact one, as the engine estimated it. */
  readonly estimatedMs: number;
  /** Every n-th row and column are being read now; 1: all. */
  readonly every: number;
}

interface Step extends SliceTarget {
  readonly ids: StepIds;
  /** Null for a picture that is not known to take long. */
  readonly wait: SliceWait | null;
}

interface Flight {
  readonly step: Step;
  readonly requestId: number;
  readonly sentAtMs: number;
  isCancelled: boolean;
}

export class SliceStream {
  readonly #options: SliceStreamOptions;
  #latest: Step | null = null;
  #exact: Flight | null = null;
  #coarse: Flight | null = null;
  /** Has arrived while others are being presented. */
  #held: LoadedPicture | null = null;
  #presenting = 0;
  /** Of the last picture shown; whatever has a smaller id comes too late. */
  #shownId = 0;
  /** The last exact picture that arrived: with the next one it gives the direction of travel. */
  #arrived: SliceTarget | null = null;
  /** As it was told last. */
  #wait: SliceWait | null = null;
  #cancelLate: () => void = () => undefined;
  #closed = false;

  constructor(options: SliceStreamOptions) {
    this.#options = options;
  }

  get inFlight(): number {
    return Number(this.#exact !== null) + Number(this.#coarse !== null);
  }

  /** The latest position's picture is on its way or there, or cannot be had. */
  get isReady(): boolean {
    return this.#latest === null || this.#exact?.step === this.#latest || this.#isShown(this.#latest);
  }

  /** Asks for a picture; earlier ones that have not been asked for yet never will be. */
  show(target: SliceTarget): void {
    if (this.#closed) return;
    this.#latest = { ...target, ids: this.#options.ids.next(), wait: null };
    // Nobody waits any more for what would take seconds.
    if (this.#exact !== null && this.#exact.step.wait !== null) this.#cancel(this.#exact);
    this.#tellWait(null);
    this.#continue();
  }

  close(): void {
    this.#closed = true;
    this.#latest = null;
    this.#cancelLate();
    this.#cancel(this.#exact);
    this.#cancel(this.#coarse);
    this.#tellWait(null);
  }

  #isShown(step: Step): boolean {
    return this.#shownId >= step.ids.exact;
  }

  #pump(): void {
    const step = this.#latest;
    if (step === null || this.#isShown(step)) return;
    if (this.#exact !== null || this.#held !== null || this.inFlight >= MAX_IN_FLIGHT) return;
    if (step.wait !== null) {
      const { every } = step.wait;
      const requestId = every > 1 ? step.ids.coarse : step.ids.exact;
      this.#exact = this.#send(step, requestId, { rows: every, columns: every }, this.#options.name);
      return;
    }
    this.#exact = this.#send(step, step.ids.exact, NO_DECIMATION, this.#options.name);
    this.#cancelLate = this.#options.clock.after(COARSE_AFTER_MS, () => this.#becomeLate());
  }

  /**
   * The exact picture is late. A coarse one of the latest position stands in; where the position has moved on, the late
   * request is not worth finishing. Coarse requests are never replaced, so a steady motion always gets pictures.
   */
  #becomeLate(): void {
    const step = this.#latest;
    const late = this.#exact;
    if (step === null || late?.step.wait !== null) return;
    if (this.#coarse === null && this.#shownId < step.ids.coarse) {
      this.#coarse = this.#send(step, step.ids.coarse, COARSE, `${this.#options.name}:coarse`);
    }
    if (late.step !== step) this.#cancel(late);
  }

  #isLate(flight: Flight): boolean {
    return this.#options.clock.now() - flight.sentAtMs >= COARSE_AFTER_MS;
  }

  #send(step: Step, requestId: number, decimation: Decimation, stream: string): Flight {
    const { calls, clock } = this.#options;
    const flight: Flight = { step, requestId, sentAtMs: clock.now(), isCancelled: false };
    const { surveyId, plane } = step;
    const unlessSlow = requestId === step.ids.exact && step.wait === null;
    calls.readSlice({ requestId, surveyId, plane, decimation, stream, unlessSlow }).then(
      (reply) => this.#arrive(flight, reply),
      (thrown: unknown) => this.#fail(flight, faultOf(thrown)),
    );
    return flight;
  }

  #arrive(flight: Flight, reply: SliceReply): void {
    this.#land(flight);
    if (this.#closed) return;
    const { calls, clock } = this.#options;
    void calls.acknowledgeSlice(flight.requestId).catch(() => undefined);
    this.#offer(loadedPicture(reply, clock.now() - flight.sentAtMs, flight.step.inputAtMs));
    if (flight.requestId === flight.step.ids.exact) this.#afterExact(flight.step);
    else if (flight.step === this.#latest && flight.step.wait !== null) this.#refine(flight.step.wait);
    this.#continue();
  }

  /** Each step reads about as many traces again as all before it, which are in memory by then. */
  #refine(wait: SliceWait): void {
    this.#becomeSlow({ ...wait, every: Math.floor(wait.every / REFINEMENT) });
  }

  #becomeSlow(wait: SliceWait): void {
    // Asked for while the engine estimated: it is as slow.
    this.#cancel(this.#coarse);
    this.#latest = { ...wait.target, ids: this.#options.ids.next(), wait };
    this.#tellWait(wait);
  }

  #tellWait(wait: SliceWait | null): void {
    if (wait === this.#wait) return;
    this.#wait = wait;
    this.#options.onWait(wait);
  }

  #offer(picture: LoadedPicture): void {
    if (picture.requestId <= Math.max(this.#shownId, this.#held?.requestId ?? 0)) return;
    if (picture.surveyId !== this.#latest?.surveyId) return;
    if (this.#presenting >= MAX_PRESENTING) {
      this.#held = picture;
      return;
    }
    this.#shownId = picture.requestId;
    this.#presenting += 1;
    void this.#options.present(picture).then(() => this.#presented());
  }

  #presented(): void {
    this.#presenting -= 1;
    const held = this.#held;
    this.#held = null;
    if (this.#closed) return;
    if (held !== null) this.#offer(held);
    this.#continue();
  }

  #fail(flight: Flight, fault: CrosslineFault): void {
    this.#land(flight);
    if (this.#closed) return;
    const isReplaced = fault.code === 'superseded' || fault.code === 'cancelled';
    if (flight.step === this.#latest && fault.code === 'slow-slice') {
      const { surveyId, plane, indexCount, inputAtMs } = flight.step;
      const target = { surveyId, plane, indexCount, inputAtMs };
      this.#becomeSlow({ target, estimatedMs: fault.estimatedMs, every: fault.every });
    } else if (flight.step === this.#latest && isWaitedFor(flight)) {
      // Not asked for again by itself: a fault would only repeat. The owner offers the user to retry.
      this.#latest = null;
      this.#tellWait(null);
      if (!isReplaced) this.#options.onFault(fault, flight.step);
      this.#cancel(this.#coarse);
    }
    this.#continue();
  }

  #land(flight: Flight): void {
    if (this.#exact === flight) {
      this.#exact = null;
      this.#cancelLate();
    }
    if (this.#coarse === flight) this.#coarse = null;
  }

  /** A free place goes to the latest exact picture first, then, where that one is late, to a coarse one. */
  #continue(): void {
    this.#pump();
    if (this.#exact !== null && this.#isLate(this.#exact)) this.#becomeLate();
  }

  #afterExact(step: Step): void {
    const { calls, name } = this.#options;
    if (step === this.#latest) this.#tellWait(null);
    if (this.#coarse !== null && this.#coarse.requestId < step.ids.exact) this.#cancel(this.#coarse);
    const previous = this.#arrived?.surveyId === step.surveyId ? this.#arrived.plane : null;
    this.#arrived = step;
    if (previous !== null && planeKey(previous) === planeKey(step.plane)) return;
    const planes = planesAhead(step.plane, previous?.index ?? null, step.indexCount);
    void calls.prefetch({ surveyId: step.surveyId, stream: name, planes }).catch(() => undefined);
  }

  #cancel(flight: Flight | null): void {
    if (flight === null || flight.isCancelled) return;
    flight.isCancelled = true;
    void this.#options.calls.cancelSlice(flight.requestId).catch(() => undefined);
  }
}

/** Not a coarse picture that stands in for an exact one that is late. */
const isWaitedFor = ({ requestId, step }: Flight): boolean => step.wait !== null || requestId === step.ids.exact;
