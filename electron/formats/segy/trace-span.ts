/** The part of a file that holds traces, and how they are stored. */
import type { ByteOrder } from '../../../shared/survey.ts';
import type { DecodableFormat } from '../../native/native-reader.ts';

export interface TraceSpan {
  /** Of the first trace header, from the start of the file. */
  readonly start: number;
  /** Of the first byte behind the traces. */
  readonly end: number;
  readonly byteOrder: ByteOrder;
  readonly format: DecodableFormat;
  readonly bytesPerSample: number;
}
