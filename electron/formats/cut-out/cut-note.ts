/** A card of the text header that says what the file was cut out of: the last empty ones, in the header's own code page. */
import { characterFromLatin1, charactersOf } from '../../../shared/text-header/characters.ts';
import { isEbcdic, type CodePage } from '../../../shared/text-header/code-pages.ts';
import { detectCodePage } from '../../../shared/text-header/detect-code-page.ts';
import { characterFromEbcdic, type EbcdicPage } from '../../../shared/text-header/ebcdic.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';

const CARD_COLUMNS = 80;
/** Behind "C12 ", which numbers a card. */
const FIRST_COLUMN = 4;
/** Revision 1 keeps cards 39 and 40 for itself. */
const LAST_FREE_CARD = 38;

/**
 * @param front which is changed
 * @param lines each in a card of its own, the first above the others
 * @returns false where there are not as many empty cards
 */
export function addCutNote(front: Uint8Array, lines: readonly string[]): boolean {
  if (front.length < TEXT_HEADER_BYTES) return false;
  const text = front.subarray(0, TEXT_HEADER_BYTES);
  const codePage = detectCodePage(text);
  const characters = charactersOf(text, codePage);
  const isEmpty = (card: number): boolean =>
    /^(?:C\s?\d+)?\s*$/.test(characters.slice((card - 1) * CARD_COLUMNS, card * CARD_COLUMNS).join(''));
  let first = LAST_FREE_CARD - lines.length + 1;
  while (first > 0 && !lines.every((_, i) => isEmpty(first + i))) first -= 1;
  if (first <= 0) return false;
  lines.forEach((line, i) => writeCard(text, first + i, line, codePage));
  return true;
}

function writeCard(text: Uint8Array, card: number, line: string, codePage: CodePage): void {
  const number = `C${String(card).padStart(2)} `;
  const content = `${number}${line}`.slice(0, CARD_COLUMNS).padEnd(CARD_COLUMNS);
  const codes = codesOf(codePage);
  const at = (card - 1) * CARD_COLUMNS;
  for (let column = 0; column < CARD_COLUMNS; column += 1) {
    text[at + column] = codes.get(content[column]!) ?? codes.get(column < FIRST_COLUMN ? ' ' : '?')!;
  }
}

/** Characters that every header's readers know: letters, digits and signs of ASCII. */
function codesOf(codePage: CodePage): ReadonlyMap<string, number> {
  const hasEbcdic = isEbcdic(codePage);
  const codes = new Map<string, number>();
  for (let code = 255; code >= 0x20; code -= 1) {
    const character = hasEbcdic ? characterFromEbcdic(code, codePage as EbcdicPage) : characterFromLatin1(code);
    if (/^[\x20-\x7e]$/.test(character)) codes.set(character, code);
  }
  // Control codes are shown as blanks too.
  return codes.set(' ', hasEbcdic ? 0x40 : 0x20);
}
