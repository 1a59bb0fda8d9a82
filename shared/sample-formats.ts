/** Sample format codes of the binary header, bytes 3225-3226 (SEG-Y rev 2.1, table 2; the gaps are reserved). */
import type { SampleFormat } from './survey.ts';

export interface StoredFormat extends SampleFormat {
  readonly bytesPerSample: number;
}

export const SAMPLE_FORMATS: readonly StoredFormat[] = [
  { code: 1, name: '4-byte IBM floating-point', bytesPerSample: 4 },
  { code: 2, name: "4-byte, two's complement integer", bytesPerSample: 4 },
  { code: 3, name: "2-byte, two's complement integer", bytesPerSample: 2 },
  { code: 4, name: '4-byte fixed-point with gain (obsolete)', bytesPerSample: 4 },
  { code: 5, name: '4-byte IEEE floating-point', bytesPerSample: 4 },
  { code: 6, name: '8-byte IEEE floating-point', bytesPerSample: 8 },
  { code: 7, name: "3-byte two's complement integer", bytesPerSample: 3 },
  { code: 8, name: "1-byte, two's complement integer", bytesPerSample: 1 },
  { code: 9, name: "8-byte, two's complement integer", bytesPerSample: 8 },
  { code: 10, name: '4-byte, unsigned integer', bytesPerSample: 4 },
  { code: 11, name: '2-byte, unsigned integer', bytesPerSample: 2 },
  { code: 12, name: '8-byte, unsigned integer', bytesPerSample: 8 },
  { code: 15, name: '3-byte, unsigned integer', bytesPerSample: 3 },
  { code: 16, name: '1-byte, unsigned integer', bytesPerSample: 1 },
];
