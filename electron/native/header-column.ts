/** Columns that header words are gathered into. */
import type { HeaderColumn, HeaderWordType } from './native-reader.ts';

export type ColumnType = 'int32' | 'float64';

/** The smallest that holds all values of a word, but for integers of 64 bits, which float64 rounds. */
export const columnTypeOf = ({ type }: HeaderWordType): ColumnType => (INT32_TYPES.has(type) ? 'int32' : 'float64');

const INT32_TYPES: ReadonlySet<HeaderWordType['type']> = new Set(['int8', 'uint8', 'int16', 'uint16', 'int32']);

export const createColumn = (type: ColumnType, count: number): HeaderColumn =>
  type === 'int32' ? new Int32Array(count) : new Float64Array(count);
