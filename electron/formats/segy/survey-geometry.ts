/** What is known of a survey's shape: from a few headers, or after a scan from all. Plain data, structured-clonable. */
import type { LineAxis } from '../../../shared/axes.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';

/** Which trace stands at a grid position (inline index, crossline index), both ascending whatever the file's sorting. */
export type TraceOrder =
  /** Trace `firstTrace + inlineIndex * inlineStride + crosslineIndex * crosslineStride`; strides in traces, negative where the file descends. */
  | {
      readonly kind: 'regular';
      readonly firstTrace: number;
      readonly inlineStride: number;
      readonly crosslineStride: number;
    }
  /** `traceAt[inlineIndex * crosslines + crosslineIndex]`, -1 where no trace stands. */
  | { readonly kind: 'table'; readonly traceAt: Int32Array };

export interface CubeGeometry {
  readonly kind: 'cube';
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  readonly order: TraceOrder;
  readonly worldFromGrid: WorldFromGrid | null;
}

/** No cube: shown as a section by trace number. */
export interface SequenceGeometry {
  readonly kind: 'line' | 'gathers' | 'traces';
}

export type SurveyGeometry = CubeGeometry | SequenceGeometry;

/** Traces aligned to the survey's common vertical axis. */
export interface TraceAlignment {
  /** Of the common axis: ms, or metres in depth surveys. */
  readonly firstSampleMs: number;
  /** Of the common axis: at least the samples of one trace. */
  readonly sampleCount: number;
  /** Per trace, the axis index of its first stored sample; null where all are 0. */
  readonly shifts: Int32Array | null;
}

export const MISSING_TRACE = -1;

/** The trace at a grid position, or `MISSING_TRACE`. */
export function traceAtGrid({ order, crossline }: CubeGeometry, inlineIndex: number, crosslineIndex: number): number {
  return order.kind === 'regular'
    ? order.firstTrace + inlineIndex * order.inlineStride + crosslineIndex * order.crosslineStride
    : order.traceAt[inlineIndex * crossline.count + crosslineIndex]!;
}
