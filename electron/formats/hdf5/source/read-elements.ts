/** Small datasets, whole. */
import type { OpenFile } from '../../../native/native-reader.ts';
import type { StoredNode } from '../read/read-tree.ts';
import { isStandardFormat } from '../../segy/sample-formats.ts';
import { formatOfType } from './sample-format-of.ts';
import { readStoredChunks } from './stored-chunks.ts';
import { wholeChunks } from './whole-chunks.ts';

/** Line numbers, masks and the like; samples are never read so. */
const MOST_BYTES = 64 * 2 ** 20;

/** As Float64; null where it is no dataset of numbers, not stored in a way that is read here, or too large. */
export async function readNumbers(file: OpenFile, node: StoredNode | undefined): Promise<Float64Array | null> {
  const dataset = node?.dataset;
  if (dataset?.type.kind !== 'integer' && dataset?.type.kind !== 'float') return null;
  const { type, shape, layout } = dataset;
  const format = formatOfType(type);
  const count = shape.reduce((product, size) => product * size, 1);
  const bytes = count * type.bytes;
  if (format === null || bytes > MOST_BYTES) return null;
  const into = new Uint8Array(bytes);
  if (layout.kind === 'contiguous' && layout.address !== null) {
    if (dataset.filters.length > 0 || layout.address + bytes > file.bytes) return null;
    await file.readBytes(layout.address, into, null);
  } else {
    const chunks = await readStoredChunks(file, dataset);
    if (chunks === null || !isStandardFormat(format)) return null;
    if (bytes > 0) await file.gatherChunks(wholeChunks(shape, chunks, format, type.byteOrder), into, null);
  }
  const read = readerOf(new DataView(into.buffer), format, type.byteOrder === 'little');
  return read === null ? null : Float64Array.from({ length: count }, (_, i) => read(i * type.bytes));
}

function readerOf(view: DataView, format: number | null, little: boolean): ((at: number) => number) | null {
  switch (format) {
    case 2:
      return (at) => view.getInt32(at, little);
    case 3:
      return (at) => view.getInt16(at, little);
    case 5:
      return (at) => view.getFloat32(at, little);
    case 6:
      return (at) => view.getFloat64(at, little);
    case 8:
      return (at) => view.getInt8(at);
    case 9:
      return (at) => Number(view.getBigInt64(at, little));
    case 10:
      return (at) => view.getUint32(at, little);
    case 11:
      return (at) => view.getUint16(at, little);
    case 12:
      return (at) => Number(view.getBigUint64(at, little));
    case 16:
      return (at) => view.getUint8(at);
    default:
      return null;
  }
}
