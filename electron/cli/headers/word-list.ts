/** `crossline headers --binary` and `--trace`: the words of one header, named. */
import { BINARY_WORDS, FIRST_BINARY_BYTE } from '../../../shared/headers/binary-words.ts';
import type { HeaderDescription } from '../../../shared/headers/header-calls.ts';
import { storedWords, type StoredWord } from '../../../shared/headers/stored-words.ts';
import { traceWordsIn } from '../../../shared/headers/trace-words.ts';
import type { WordType } from '../../../shared/mapping/header-place.ts';
import { columnsText } from '../output/columns-text.ts';

export interface WordJson {
  readonly byte: number;
  readonly type: WordType;
  readonly name: string;
  readonly title: string;
  /** Text where a number would not be exact, and where the word is text. */
  readonly value: number | string;
  readonly meaning: string;
}

/** Empty where the file has no binary header. */
export const binaryWords = ({ binaryHeader, byteOrder }: HeaderDescription): StoredWord[] =>
  binaryHeader === null
    ? []
    : storedWords(BINARY_WORDS, { bytes: viewOf(binaryHeader), byteOrder, firstByte: FIRST_BINARY_BYTE });

export const traceWords = (bytes: Uint8Array, { byteOrder }: HeaderDescription): StoredWord[] =>
  storedWords(traceWordsIn(bytes.length), { bytes: viewOf(bytes), byteOrder, firstByte: 1 });

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

export const wordsJson = (words: readonly StoredWord[]): WordJson[] =>
  words.map(({ word: { byte, type, name, title, isText }, text, meaning }) => {
    const value = Number(text);
    const isExact =
      isText !== true && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return { byte, type, name, title, value: isExact ? value : text, meaning };
  });

/** One line a word: byte, type, name, value, what it means, and the standard's description. */
export const wordsText = (words: readonly StoredWord[]): string =>
  columnsText(
    [
      ['byte', 'right'],
      ['type', 'left'],
      ['name', 'left'],
      ['value', 'right'],
      ['meaning', 'left'],
      ['description', 'left'],
    ],
    words.map(({ word, text, meaning }) => [String(word.byte), word.type, word.name, text, meaning, word.title]),
  );
