/** Where the traces of a file lie. All traces have the same length, so a trace's place follows from its index. */
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
  /** Samples stored in each trace. */
  readonly sampleCount: number;
  /** From one trace header to the next. */
  readonly strideBytes: number;
  /** Complete traces. */
  readonly traceCount: number;
}

/** Of the trace's header. Exceeds 2^31 in ordinary files. */
export const traceOffset = (layout: TraceLayout, trace: number): number =>
  layout.firstTraceOffset + trace * layout.strideBytes;

/** Of the trace's sample `sample`. */
export const sampleOffset = (layout: TraceLayout, trace: number, sample: number): number =>
  traceOffset(layout, trace) + layout.headerBytes + sample * layout.bytesPerSample;
