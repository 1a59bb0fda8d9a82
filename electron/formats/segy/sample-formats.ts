/** What is known of the sample format codes (`shared/sample-formats.ts`). */
import { SAMPLE_FORMATS, type StoredFormat } from '../../../shared/sample-formats.ts';
import type { Finding } from '../../../shared/survey.ts';
import { DECODABLE_FORMATS, type DecodableFormat } from '../../native/native-reader.ts';
import { warning } from './finding.ts';

/** Null where the standard knows no such code. */
export const storedFormatOf = (code: number): StoredFormat | null =>
  SAMPLE_FORMATS.find((format) => format.code === code) ?? null;

/** Every code of the standard is decoded. */
export const isStandardFormat = (code: number): code is DecodableFormat =>
  (DECODABLE_FORMATS as readonly number[]).includes(code);

/** What a format leaves open. */
export function formatFindings(code: DecodableFormat): Finding[] {
  if (code !== 4) return [];
  const message =
    'Samples are 32-bit fixed point with gain (format 4 in bytes 3225-3226), of which the revisions of the standard say different things.';
  const details = {
    assumed: 'Mantissa times 2^-gain, as revisions 2.0 and 2.1 have it.',
    effect:
      'Revisions 0 and 1 are understood as times 2^gain: amplitudes would be larger where the gain is, not smaller.',
  };
  return [warning('gain-direction', message, details)];
}
