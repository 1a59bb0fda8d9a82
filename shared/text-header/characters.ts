/** The character that begins at each byte of a text header, so that columns of bytes stay columns of text. */
import type { CodePage } from './code-pages.ts';
import { characterFromEbcdic } from './ebcdic.ts';
import { utf8SequenceAt } from './utf8.ts';

/**
 * One string a byte: its character, nothing inside a UTF-8 sequence, a space for control codes, `\r` or `\n` for line
 * breaks. Bytes that are invalid in the code page are shown as Latin-1.
 */
export function charactersOf(bytes: Uint8Array, codePage: CodePage): string[] {
  if (codePage === 'utf8') return charactersOfUtf8(bytes);
  const table = tableOf(codePage);
  const characters = new Array<string>(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) characters[i] = table[bytes[i]!]!;
  return characters;
}

const tables = new Map<CodePage, readonly string[]>();

/** The character of each byte. A folder of lines has a million bytes of text. */
function tableOf(codePage: Exclude<CodePage, 'utf8'>): readonly string[] {
  let table = tables.get(codePage);
  if (table === undefined) {
    const isLatin = codePage === 'ascii' || codePage === 'latin1';
    table = Array.from({ length: 256 }, (_, code) =>
      isLatin ? characterFromLatin1(code) : characterFromEbcdic(code, codePage),
    );
    tables.set(codePage, table);
  }
  return table;
}

function charactersOfUtf8(bytes: Uint8Array): string[] {
  const characters = new Array<string>(bytes.length).fill('');
  for (let i = 0; i < bytes.length;) {
    const sequence = bytes[i]! < 0x80 ? null : utf8SequenceAt(bytes, i);
    characters[i] = sequence?.character ?? characterFromLatin1(bytes[i]!);
    i += sequence?.length ?? 1;
  }
  return characters;
}

/** Windows-1252 has printable characters at 0x80 to 0x9F, where Latin-1 has control codes; unassigned codes are spaces. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const DELETE = 0x7f;

export function characterFromLatin1(code: number): string {
  if (code === 0x0a || code === 0x0d) return String.fromCharCode(code);
  if (code < 0x20 || code === DELETE) return ' ';
  return code >= 0x80 && code < 0xa0 ? WINDOWS_1252[code - 0x80]! : String.fromCharCode(code);
}
