/** Where the traces of a file lie. Nearly always all have the same length, and a trace's place follows from its index. */
import type { ByteOrder } from '../../../shared/survey.ts';
import type { DecodableFormat } from '../../native/native-reader.ts';

export interface TraceLayout {
  readonly byteOrder: ByteOrder;
  readonly format: DecodableFormat;
  readonly bytesPerSample: number;
  /** Of the first trace header, from the start of the file. */
  readonly firstTraceOffset: number;
  /** 240, or more where rev 2's trace header extensions follow. */
  readonly headerBytes: number;
  /** Samples stored in each trace; in the longest where lengths vary. */
  readonly sampleCount: number;
  /** From one trace header to the next, unless lengths vary. */
  readonly strideBytes: number;
  /** Complete traces. */
  readonly traceCount: number;
  /** Null where all traces have the same length. */
  readonly varying: VaryingLengths | null;
}

/** One element a trace. */
export interface VaryingLengths {
  /** Of the trace header, from the start of the file. */
  readonly offsets: Float64Array;
  readonly sampleCounts: Int32Array;
}

/** Of the trace's header. Exceeds 2^31 in ordinary files. */
export const traceOffset = (layout: TraceLayout, trace: number): number =>
  layout.varying === null ? layout.firstTraceOffset + trace * layout.strideBytes : layout.varying.offsets[trace]!;

/** Of the trace's sample `sample`. */
export const sampleOffset = (layout: TraceLayout, trace: number, sample: number): number =>
  traceOffset(layout, trace) + layout.headerBytes + sample * layout.bytesPerSample;

/** Samples that the trace stores. */
export const storedSamples = (layout: TraceLayout, trace: number): number =>
  layout.varying === null ? layout.sampleCount : layout.varying.sampleCounts[trace]!;
