/** What is known of a survey's shape: from a few headers, or after a scan from all. Plain data, structured-clonable. */
import type { LineAxis } from '../../../shared/axes.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { GatherAxes } from '../../../shared/survey.ts';
import type { TraceLines } from './trace-lines.ts';

/** Which trace stands at a grid position (inline index, crossline index), both ascending whatever the file's sorting. */
export type CubeOrder =
  /** Trace `firstTrace + inlineIndex * inlineStride + crosslineIndex * crosslineStride`; strides in traces, negative where the file descends. */
  | {
      readonly kind: 'regular';
      readonly firstTrace: number;
      readonly inlineStride: number;
      readonly crosslineStride: number;
    }
  /** `traceAt[inlineIndex * crosslines + crosslineIndex]`, -1 where no trace stands. */
  | { readonly kind: 'table'; readonly traceAt: Int32Array };

/** Which traces stand at a grid position of gathers. */
export type GatherOrder =
  /** As of a cube, with a third stride for the index on the offset axis; every position has every offset. */
  | {
      readonly kind: 'regular';
      readonly firstTrace: number;
      readonly inlineStride: number;
      readonly crosslineStride: number;
      readonly offsetStride: number;
    }
  /** Of cell c (C order): `traces[starts[c]]` up to `traces[starts[c + 1] - 1]`, by offset, live before dead ones. */
  | {
      readonly kind: 'listed';
      readonly starts: Int32Array;
      readonly traces: Int32Array;
      /** Of each of `traces` on the offset axis; null where they count from 0 within each cell. */
      readonly offsetIndices: Int32Array | null;
    };

interface Grid {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
}

export interface CubeGeometry extends Grid {
  readonly kind: 'cube';
  readonly order: CubeOrder;
  readonly worldFromGrid: WorldFromGrid | null;
}

export interface GatherGrid extends Grid, GatherAxes {
  readonly order: GatherOrder;
  readonly worldFromGrid: WorldFromGrid | null;
}

export interface GathersGeometry {
  readonly kind: 'gathers';
  /** Null where their positions make no grid: shown by trace number. */
  readonly grid: GatherGrid | null;
}

export interface LineGeometry {
  readonly kind: 'line';
  /** Null until every header was read. */
  readonly lines: TraceLines | null;
}

/** Shown as a section by trace number. */
export interface TracesGeometry {
  readonly kind: 'traces';
}

export type SurveyGeometry = CubeGeometry | GathersGeometry | LineGeometry | TracesGeometry;

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
