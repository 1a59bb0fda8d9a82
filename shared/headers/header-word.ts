/** A word of a SEG-Y header as the standard defines it. */
import { WORD_BYTES, type HeaderPlace, type WordType } from '../mapping/header-place.ts';

export interface HeaderWordDefinition extends HeaderPlace {
  /** What expressions, columns and scripts call it. Unique among the words of its header. */
  readonly name: string;
  /** The standard's own description, shortened. */
  readonly title: string;
  /** As stored, before any scalar. */
  readonly unit?: string;
  readonly codes?: WordCodes;
  /** The word that scales this one: positive multiplies, negative divides, 0 means 1. */
  readonly scalar?: HeaderPlace;
  /** It scales others, as `scalar` says. */
  readonly isScalar?: true;
  /** Eight characters, not a number. */
  readonly isText?: true;
}

/** What the values of an enumerated word mean. */
export type WordCodes = Readonly<Record<number, string>>;

/** A row of a table: byte, type, name, title and the rest. */
type WordRow = readonly [byte: number, type: WordType, name: string, title: string, rest?: WordRest];
type WordRest = Pick<HeaderWordDefinition, 'unit' | 'codes' | 'scalar' | 'isScalar' | 'isText'>;

export const wordsOf = (rows: readonly WordRow[]): readonly HeaderWordDefinition[] =>
  rows.map(([byte, type, name, title, rest]) => ({ byte, type, name, title, ...rest }));

/** Of the last byte, counted as `byte` is. */
export const lastByteOf = ({ byte, type }: HeaderPlace): number => byte + WORD_BYTES[type] - 1;
