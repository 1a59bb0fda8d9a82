/** Cards of a text header: 40 lines of 80 characters, "C 1" to "C40", in the header's own code page. */
import { characterFromLatin1 } from '../../../shared/text-header/characters.ts';
import { isEbcdic, type CodePage } from '../../../shared/text-header/code-pages.ts';
import { characterFromEbcdic, type EbcdicPage } from '../../../shared/text-header/ebcdic.ts';

export const CARD_COLUMNS = 80;
export const CARD_COUNT = 40;
/** Behind "C12 ", which numbers a card. */
const FIRST_COLUMN = 4;

/** @param card counts from 1; what does not fit is left out */
export function writeCard(text: Uint8Array, card: number, line: string, codePage: CodePage): void {
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
