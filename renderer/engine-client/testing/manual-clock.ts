/** A clock that stands still until told. For tests and for replaying a scenario. */
import type { Clock } from '../clock.ts';

interface Alarm {
  readonly atMs: number;
  readonly call: () => void;
}

export class ManualClock implements Clock {
  #nowMs = 0;
  readonly #alarms = new Set<Alarm>();

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, call: () => void): () => void {
    const alarm = { atMs: this.#nowMs + delayMs, call };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Rings what falls due, in order, and lets promises settle between. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await settle();
    for (let next = this.#nextUntil(endMs); next !== null; next = this.#nextUntil(endMs)) {
      this.#alarms.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.call();
      await settle();
    }
    this.#nowMs = endMs;
  }

  #nextUntil(endMs: number): Alarm | null {
    let next: Alarm | null = null;
    for (const alarm of this.#alarms) {
      if (alarm.atMs <= endMs && (next === null || alarm.atMs < next.atMs)) next = alarm;
    }
    return next;
  }
}

/** A macrotask: every promise chain that can go on has gone on. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
