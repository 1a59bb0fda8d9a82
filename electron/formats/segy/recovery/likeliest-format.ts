/** The sample format that a file's own samples speak for, where no header is to be believed. */
import type { ByteOrder } from '../../../../shared/survey.ts';
import type { DecodableFormat, OpenFile } from '../../../native/native-reader.ts';
import { FORMATS_BY_WIDTH, judgeFormat } from '../hypotheses/judge-format.ts';
import { readSampleWindows } from '../hypotheses/sample-windows.ts';

export interface StoredTraces {
  /** Of the first header, from the start of the file. */
  readonly offset: number;
  readonly strideBytes: number;
  readonly headerBytes: number;
  readonly bytesPerSample: number;
  readonly byteOrder: ByteOrder;
}

export async function likeliestFormat(file: OpenFile, traces: StoredTraces): Promise<DecodableFormat> {
  const { offset, strideBytes, headerBytes, bytesPerSample, byteOrder } = traces;
  const [format] = FORMATS_BY_WIDTH[bytesPerSample]!;
  const layout = {
    byteOrder,
    format: format!,
    bytesPerSample,
    firstTraceOffset: offset,
    headerBytes,
    sampleCount: Math.floor((strideBytes - headerBytes) / bytesPerSample),
    strideBytes,
    traceCount: Math.floor((file.bytes - offset) / strideBytes),
    varying: null,
  };
  return judgeFormat(await readSampleWindows(file, layout), format!).format;
}
