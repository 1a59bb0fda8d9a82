/** The words of one header as they are stored, to be listed. */
import { decodeText } from '../text-header/decode-text.ts';
import { detectCodePage } from '../text-header/detect-code-page.ts';
import { WORD_BYTES } from '../mapping/header-place.ts';
import type { HeaderWordDefinition } from './header-word.ts';
import { wordMeaning, type StoredHeader } from './word-meaning.ts';
import { storedWordHex, storedWordText } from './word-text.ts';

export interface StoredWord {
  readonly word: HeaderWordDefinition;
  /** Exact, also of integers of 64 bits. */
  readonly text: string;
  readonly hex: string;
  readonly meaning: string;
}

/** @param words that lie inside the header */
export const storedWords = (words: readonly HeaderWordDefinition[], header: StoredHeader): StoredWord[] =>
  words.map((word) => {
    const { bytes, byteOrder, firstByte } = header;
    const position = word.byte - firstByte;
    const hex = storedWordHex(bytes, position, word.type);
    if (word.isText === true) return { word, text: charactersAt(bytes, position, word), hex, meaning: '' };
    return {
      word,
      text: storedWordText(bytes, position, word.type, byteOrder),
      hex,
      meaning: wordMeaning(word, header),
    };
  });

/** Empty where there is nothing but padding. */
function charactersAt({ buffer, byteOffset }: DataView, position: number, { type }: HeaderWordDefinition): string {
  const bytes = new Uint8Array(buffer, byteOffset + position, WORD_BYTES[type]);
  return decodeText(bytes, detectCodePage(bytes)).join(' ').trim();
}
