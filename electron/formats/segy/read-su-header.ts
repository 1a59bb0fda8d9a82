/** A file of Seismic Unix has no headers but those of its traces. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { ByteOrder } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { NO_BINARY_HEADER } from './binary-header.ts';
import { SU_FORMAT } from './detect-su.ts';
import { note } from './finding.ts';
import type { FileHeader } from './read-file-header.ts';
import { guessByteOrder } from './recovery/header-counts.ts';
import { readHeaderAt } from './recovery/read-headers.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';

/**
 * @param detected null where the file is read so because the user wants it
 * @throws CrosslineError not-segy: no room for a trace header
 */
export async function readSuHeader(
  file: OpenFile,
  overrides: MappingOverrides,
  detected: ByteOrder | null,
): Promise<FileHeader> {
  if (file.bytes < TRACE_HEADER_BYTES) {
    const reason = `it has ${file.bytes} bytes, fewer than the ${TRACE_HEADER_BYTES} of a trace header`;
    throw new CrosslineError({ code: 'not-segy', path: file.path, reason });
  }
  const byteOrder = overrides.byteOrder ?? detected ?? guessByteOrder([await readHeaderAt(file, 0)]) ?? 'little';
  return {
    container: 'su',
    texts: [],
    binary: NO_BINARY_HEADER,
    byteOrder,
    formatCode: overrides.format ?? SU_FORMAT,
    tracesOffset: 0,
    tracesEnd: file.bytes,
    findings: overrides.container === 'su' ? [] : [suDetected(byteOrder)],
  };
}

const suDetected = (byteOrder: ByteOrder) =>
  note(
    'su-file',
    'Traces begin with the first byte, and each count in bytes 115-116 leads to the next: Seismic Unix.',
    {
      assumed: `Samples are 4-byte IEEE floats, ${byteOrder}-endian, as Seismic Unix writes them; no header says so.`,
      effect: 'Read in a wrong format, amplitudes are noise.',
      remedies: [
        { label: 'Read as IBM floats', overrides: { format: 1 } },
        { label: 'Read as SEG-Y', overrides: { container: 'segy' } },
      ],
    },
  );
