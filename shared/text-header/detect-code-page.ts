/** Which encoding a text header is in. No word of the file says so. */
import { characterFromLatin1 } from './characters.ts';
import type { CodePage } from './code-pages.ts';
import { characterFromEbcdic, type EbcdicPage } from './ebcdic.ts';
import { utf8SequenceAt } from './utf8.ts';

/**
 * EBCDIC where that makes more of the bytes letters, digits and spaces than ASCII. Padding NULs count for neither. Blanks
 * alone would do for real headers (0x40 against 0x20), but a full line has few of them.
 */
export function detectCodePage(bytes: Uint8Array): CodePage {
  let ebcdic = 0;
  let ascii = 0;
  for (const byte of bytes) {
    ebcdic += PLAIN_IN_EBCDIC[byte]!;
    ascii += PLAIN_IN_ASCII[byte]!;
  }
  return ebcdic > ascii ? ebcdicPage(bytes) : asciiPage(bytes);
}

/** 1 where a code is a letter, a digit or a blank. Spaces that stand for control codes are none. */
const plainCodes = (firstPrintable: number, characterOf: (code: number) => string): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, code) =>
    code >= firstPrintable && /[A-Za-z0-9 ]/.test(characterOf(code)) ? 1 : 0,
  );
const PLAIN_IN_EBCDIC = plainCodes(0x40, (code) => characterFromEbcdic(code, 'cp037'));
const PLAIN_IN_ASCII = plainCodes(0x20, characterFromLatin1);

/**
 * The pages differ where 037 has brackets: 1047 has its own at two codes that are Ý and ¨ in the others, and 500 has them
 * at ¢ and !, of which headers hold the one hardly ever.
 */
function ebcdicPage(bytes: Uint8Array): EbcdicPage {
  if (bytes.includes(0xad) && bytes.includes(0xbd)) return 'cp1047';
  if (bytes.includes(0xba) && bytes.includes(0xbb)) return 'cp037';
  return bytes.includes(0x4a) && bytes.includes(0x5a) ? 'cp500' : 'cp037';
}

function asciiPage(bytes: Uint8Array): CodePage {
  let isPlainAscii = true;
  for (let i = 0; i < bytes.length;) {
    const sequence = bytes[i]! < 0x80 ? null : utf8SequenceAt(bytes, i);
    if (bytes[i]! >= 0x80) isPlainAscii = false;
    if (bytes[i]! >= 0x80 && sequence === null) return 'latin1';
    i += sequence?.length ?? 1;
  }
  return isPlainAscii ? 'ascii' : 'utf8';
}
