/** A card of the text header that says what the file was cut out of: the last empty ones, in the header's own code page. */
import { charactersOf } from '../../../shared/text-header/characters.ts';
import { detectCodePage } from '../../../shared/text-header/detect-code-page.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';
import { CARD_COLUMNS, writeCard } from './text-cards.ts';

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
