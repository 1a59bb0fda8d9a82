/** What is known of the sample format codes (`shared/sample-formats.ts`). */
import { SAMPLE_FORMATS, type StoredFormat } from '../../../shared/sample-formats.ts';
import { DECODABLE_FORMATS, type DecodableFormat } from '../../native/native-reader.ts';

/** Null where the standard knows no such code. */
export const storedFormatOf = (code: number): StoredFormat | null =>
  SAMPLE_FORMATS.find((format) => format.code === code) ?? null;

export const isStandardFormat = (code: number): boolean => storedFormatOf(code) !== null;

export const isDecodable = (code: number): code is DecodableFormat =>
  (DECODABLE_FORMATS as readonly number[]).includes(code);
