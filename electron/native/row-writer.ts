/** Writes many rows of an array to a file by one call: of those of a slab in time slices each costs more than its bytes. */
import { loadAddon } from './addon-binding.ts';

export interface RowPlaces {
  readonly rows: number;
  readonly rowBytes: number;
  /** Of the first row. */
  readonly offset: number;
  readonly strideBytes: number;
}

/** Throws an Error whose `code` is the system's name of its error. */
export type RowWriter = (descriptor: number, from: Uint8Array, places: RowPlaces) => Promise<void>;

/** Null where the addon does not load, or cannot on this system. */
export function createRowWriter(): RowWriter | null {
  const { binding } = loadAddon();
  const write = binding?.writeRows?.bind(binding);
  if (write === undefined) return null;
  return async (descriptor, from, { rows, rowBytes, offset, strideBytes }) => {
    if (from.length < rows * rowBytes) throw new RangeError(`${from.length} bytes for ${rows} rows of ${rowBytes}`);
    await write(descriptor, from, rows, rowBytes, offset, strideBytes);
  };
}
