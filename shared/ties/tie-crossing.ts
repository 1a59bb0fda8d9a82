/** A crossing as the adjustment works on it. */
import { estimateTie, gateSamples, type TieEstimate } from './estimate/estimate-tie.ts';
import type { SampleRange } from './estimate/correlate.ts';
import { relativeDifference } from './estimate/residual.ts';
import type { TieCorrection } from './correction.ts';
import { commonAxis, correctTrace } from './signal/correct-trace.ts';
import { preparePair, type PreparedTrace } from './signal/prepare-trace.ts';
import type { TieTrace, TimeAxis } from './signal/tie-trace.ts';

export interface TieCrossing {
  /** Places among the lines, not the same. */
  readonly line1: number;
  readonly line2: number;
  /** Of each line at the crossing. */
  readonly trace1: TieTrace;
  readonly trace2: TieTrace;
}

/** What is wrong at a crossing: the correction that line 1 would need if line 2 were right. */
export interface TieResidual {
  readonly shiftMs: number;
  readonly phaseDeg: number;
  readonly gain: number;
  /** 0 to 1. */
  readonly quality: number;
  /** See `relativeDifference`. */
  readonly difference: number;
}

export interface JudgedTie {
  readonly estimate: TieEstimate;
  readonly residual: TieResidual;
}

export class PreparedCrossing {
  readonly line1: number;
  readonly line2: number;
  readonly axis: TimeAxis;
  readonly gate: SampleRange;
  readonly #traces: readonly [PreparedTrace, PreparedTrace];

  private constructor(
    crossing: TieCrossing,
    traces: readonly [PreparedTrace, PreparedTrace],
    axis: TimeAxis,
    gate: SampleRange,
  ) {
    this.line1 = crossing.line1;
    this.line2 = crossing.line2;
    this.axis = axis;
    this.gate = gate;
    this.#traces = traces;
  }

  /** Null where the traces share no time within the gate. */
  static from(crossing: TieCrossing, [fromMs, toMs]: readonly [number, number]): PreparedCrossing | null {
    const traces = preparePair(crossing.trace1, crossing.trace2);
    const axis = commonAxis(...traces);
    if (axis === null) return null;
    const gate = gateSamples(axis, fromMs, toMs);
    return gate.end - gate.first > 1 ? new PreparedCrossing(crossing, traces, axis, gate) : null;
  }

  /** Both traces as the corrections of their lines make them. */
  corrected(correction1: TieCorrection, correction2: TieCorrection): readonly [PreparedTrace, PreparedTrace] {
    const [first, second] = this.#traces;
    return [correctTrace(first, correction1, this.axis), correctTrace(second, correction2, this.axis)];
  }

  /** How well two corrections make the traces agree; null where too little is heard. */
  judge(correction1: TieCorrection, correction2: TieCorrection, maxShiftMs: number): JudgedTie | null {
    const [a, b] = this.corrected(correction1, correction2);
    const estimate = estimateTie(a, b, this.gate, maxShiftMs);
    if (estimate === null) return null;
    const { shiftMs, phaseDeg, gain, quality } = estimate;
    return {
      estimate,
      residual: { shiftMs, phaseDeg, gain, quality, difference: relativeDifference(a, b, this.gate) },
    };
  }
}
