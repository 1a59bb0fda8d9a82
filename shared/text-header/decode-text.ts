/** The lines of a text header: 40 cards of 80 columns by the standard, or lines that end where the writer broke them. */
import { charactersOf } from './characters.ts';
import type { CodePage } from './code-pages.ts';

const CARD_COLUMNS = 80;
/** Cards that end in a line break keep it in their last two columns. */
const FIRST_BREAK_COLUMN = 78;

/** @returns cards of 80 characters (fewer where UTF-8 takes several bytes for one), or the lines of text with line breaks. */
export function decodeText(bytes: Uint8Array, codePage: CodePage): string[] {
  const characters = charactersOf(bytes, codePage);
  return isBrokenIntoLines(characters) ? linesOf(characters) : cardsOf(characters);
}

const isBreak = (character: string | undefined): boolean => character === '\r' || character === '\n';

/** Cards begin with "C 1" to "C40". */
const CARD_START = /^C\s?\d/;

/** One stray break within cards is an accident, and so are several where the cards still stand in their columns. */
function isBrokenIntoLines(characters: readonly string[]): boolean {
  const strays = characters.filter(
    (character, i) => isBreak(character) && !isBreak(characters[i - 1]) && i % CARD_COLUMNS < FIRST_BREAK_COLUMN,
  );
  if (strays.length < 2) return false;
  return cardsOf(characters).filter((card) => CARD_START.test(card)).length < 3;
}

function cardsOf(characters: readonly string[]): string[] {
  const cards: string[] = [];
  for (let start = 0; start < characters.length; start += CARD_COLUMNS) {
    const card = characters
      .slice(start, start + CARD_COLUMNS)
      .map((character) => (isBreak(character) ? ' ' : character));
    cards.push(card.join(''));
  }
  return cards;
}

function linesOf(characters: readonly string[]): string[] {
  const lines = characters
    .join('')
    .trimEnd()
    .split(/\r\n|\r|\n/);
  return lines.flatMap((line) => (line === '' ? [''] : (line.match(/.{1,80}/gu) ?? [])));
}
