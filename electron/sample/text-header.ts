/** The 3200-byte text header of SEG-Y: 40 cards of 80 characters in EBCDIC (code page 037). */

const CARD_COUNT = 40;
const CARD_LENGTH = 80;
export const TEXT_HEADER_BYTES = CARD_COUNT * CARD_LENGTH;

/** Rows of the code page: the byte of the first character, then the characters of the bytes that follow. */
const EBCDIC_RUNS: readonly (readonly [firstByte: number, characters: string])[] = [
  [0x40, ' '],
  [0x4b, '.<(+'],
  [0x50, '&'],
  [0x5c, '*);'],
  [0x60, '-/'],
  [0x6b, ',%_>?'],
  [0x7a, ':#@\'="'],
  [0x81, 'abcdefghi'],
  [0x91, 'jklmnopqr'],
  [0xa2, 'stuvwxyz'],
  [0xc1, 'ABCDEFGHI'],
  [0xd1, 'JKLMNOPQR'],
  [0xe2, 'STUVWXYZ'],
  [0xf0, '0123456789'],
];

const EBCDIC = new Map(
  EBCDIC_RUNS.flatMap(([firstByte, characters]) =>
    Array.from(characters, (c, i): [string, number] => [c, firstByte + i]),
  ),
);

/**
 * Numbers the cards "C 1" to "C40"; cards without content stay empty. Cards 39 and 40 say what revision 1 asks for.
 * @throws RangeError where a card is too long, there are too many, or a character has no code
 */
export function encodeTextHeader(contents: readonly string[]): Uint8Array {
  if (contents.length > CARD_COUNT - 2) throw new RangeError(`${contents.length} cards do not fit a text header`);
  const cards = Array.from({ length: CARD_COUNT }, (_, i) => contents[i] ?? '');
  cards[CARD_COUNT - 2] = 'SEG Y REV1';
  cards[CARD_COUNT - 1] = 'END TEXTUAL HEADER';
  const text = cards.map((card, i) => `C${String(i + 1).padStart(2)} ${card}`.trimEnd());
  const bytes = new Uint8Array(TEXT_HEADER_BYTES).fill(EBCDIC.get(' ')!);
  text.forEach((card, row) => {
    if (card.length > CARD_LENGTH) throw new RangeError(`card is longer than 80 characters: ${card}`);
    for (let column = 0; column < card.length; column++) {
      const byte = EBCDIC.get(card.charAt(column));
      if (byte === undefined) throw new RangeError(`no EBCDIC code for "${card.charAt(column)}"`);
      bytes[row * CARD_LENGTH + column] = byte;
    }
  });
  return bytes;
}
