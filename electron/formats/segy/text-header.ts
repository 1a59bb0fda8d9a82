/** The textual file header: 3200 bytes, 40 lines of 80 characters, EBCDIC by the standard, ASCII in many files. */
import { characterFromEbcdic } from './ebcdic.ts';

export const TEXT_HEADER_BYTES = 3200;
const LINE_LENGTH = 80;

export type TextEncoding = 'EBCDIC' | 'ASCII';

export interface TextHeader {
  readonly encoding: TextEncoding;
  /** 40 lines of 80 characters; control characters and NULs are spaces. */
  readonly lines: readonly string[];
}

/**
 * Which encoding makes more of the bytes letters, digits and spaces. Padding NULs count for neither. Blanks alone
 * would do for real headers (0x40 against 0x20), but a full line has few of them.
 */
export function detectTextEncoding(bytes: Uint8Array): TextEncoding {
  let ebcdic = 0;
  let ascii = 0;
  for (const byte of bytes) {
    if (isPlain(characterFromEbcdic(byte), byte >= 0x40)) ebcdic += 1;
    if (isPlain(String.fromCharCode(byte), byte >= 0x20)) ascii += 1;
  }
  return ebcdic > ascii ? 'EBCDIC' : 'ASCII';
}

const isPlain = (character: string, isPrintable: boolean): boolean => isPrintable && /[A-Za-z0-9 ]/.test(character);

/** @param bytes the 3200 bytes of one text header, or of one extended text header. */
export function decodeTextHeader(bytes: Uint8Array): TextHeader {
  const encoding = detectTextEncoding(bytes);
  const characterOf = encoding === 'EBCDIC' ? characterFromEbcdic : characterFromLatin1;
  const lines: string[] = [];
  for (let start = 0; start < TEXT_HEADER_BYTES; start += LINE_LENGTH) {
    let line = '';
    for (let i = start; i < start + LINE_LENGTH; i += 1) line += characterOf(bytes[i] ?? 0);
    lines.push(line);
  }
  return { encoding, lines };
}

const characterFromLatin1 = (code: number): string =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) ? ' ' : String.fromCharCode(code);
