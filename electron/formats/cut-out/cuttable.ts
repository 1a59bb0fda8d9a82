/** A cube as the SEG-Y file that it is or came from, of which some traces and samples can be had. */
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { WordLayout } from '../../native/native-reader.ts';
import type { CubeAxes } from './cut-range.ts';

export interface CuttableCube extends CubeAxes {
  /** Of the SEG-Y file. */
  readonly name: string;
  readonly layout: WordLayout;
  /** Of a trace header with its extensions. */
  readonly headerBytes: number;
  readonly traceCount: number;
  /** How the SEG-Y file is to be read; its sample count is that of the whole. */
  readonly mapping: MappingOverrides;
  /** What the SEG-Y file will not say as the source does, one sentence each. */
  readonly notes: readonly string[];
  /** The trace at a grid position, -1 where there is none. */
  traceAt(inline: number, crossline: number): number;
  /** Position on the sample axis of the trace's first stored sample. */
  shiftOf(trace: number): number;
  /** Samples that the trace stores. */
  samplesOf(trace: number): number;
  /** All before the first trace: text and binary header, extended text headers. Empty of Seismic Unix files. */
  readFront(): Promise<Uint8Array>;
  /**
   * Traces that will be read, ascending, before they are read in this order. The views hold until the next call.
   * @throws CrosslineError cancelled, damaged, file-changed, io-failed
   */
  openTraces(traces: Int32Array, signal: AbortSignal | null): Promise<CutTraceReader>;
}

export interface CutTraceReader {
  header(trace: number): Promise<Uint8Array>;
  /** Words as the SEG-Y file stores them, from the trace's `first` stored sample on. */
  samples(trace: number, first: number, count: number): Promise<Uint8Array>;
}
