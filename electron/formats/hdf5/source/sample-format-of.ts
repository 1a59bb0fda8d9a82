/** HDF5 types by SEG-Y's format codes, under which the native reader decodes them. */
import type { StoredType } from '../read/datatype.ts';

const SIGNED: Readonly<Record<number, number>> = { 1: 8, 2: 3, 4: 2, 8: 9 };
const UNSIGNED: Readonly<Record<number, number>> = { 1: 16, 2: 11, 4: 10, 8: 12 };
const FLOATS: Readonly<Record<number, number>> = { 4: 5, 8: 6 };

/** Null where the reader has no such format. */
export function formatOfType(type: StoredType): number | null {
  if (type.kind === 'float') return FLOATS[type.bytes] ?? null;
  if (type.kind !== 'integer') return null;
  return (type.isSigned ? SIGNED : UNSIGNED)[type.bytes] ?? null;
}
