/**
 * A dataset that HDF5's library decodes, as the file of plain numbers that it would be (see `plane-hyperslab.ts`): a source of planes
 * like a mapped file, only slower. It computes in pieces, so that an abort is heard between them.
 */
import { stat } from 'node:fs/promises';
import { CrosslineError, isCrosslineError } from '../../../../shared/errors.ts';
import { cancelled, systemError } from '../../../native/file-faults.ts';
import type { GatherReport, GridGather, OpenFile, RowGather } from '../../../native/native-reader.ts';
import { datasetReader } from '../read/read-tree.ts';
import type { StoredType } from '../read/datatype.ts';
import { float32Values, float64Values, isNumeric } from './element-values.ts';
import { LibraryFile } from './library-file.ts';
import { addressOf } from './library-nodes.ts';
import { typeOfMetadata } from './metadata-type.ts';
import { planeSlab, type PlaneSlab } from './plane-hyperslab.ts';

/** Decoded at a time, beside what the library itself needs for a chunk. */
const PIECE_BYTES = 16 * 2 ** 20;

/** Registered number of H5Z-ZFP. h5wasm 0.10.3 lacks `ldexp`, which the plugin calls for float64: the library would abort. */
const ZFP = 32013;

interface DatasetParts {
  readonly file: LibraryFile;
  readonly dataset: string;
  readonly shape: readonly number[];
  readonly chunkShape: readonly number[] | null;
  readonly type: StoredType;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export class LibraryDataset implements OpenFile {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly #parts: DatasetParts;

  private constructor(parts: DatasetParts) {
    this.#parts = parts;
    this.path = parts.file.path;
    this.bytes = parts.bytes;
    this.modifiedMs = parts.modifiedMs;
  }

  /**
   * @param plain the same file, for what our own parser knows of the dataset's type
   * @throws CrosslineError not-hdf5, file-not-found, no-permission, io-failed
   */
  static async open(plain: OpenFile, dataset: string): Promise<LibraryDataset> {
    const { path, bytes } = plain;
    const { mtimeMs: modifiedMs } = await statOf(path);
    const file = await LibraryFile.open(path);
    try {
      const metadata = file.metadata(dataset);
      const stored = await storedType(plain, addressOf(file, dataset));
      const type = stored && stored.kind !== 'other' ? stored : typeOfMetadata(metadata, file.library.module);
      if (!isNumeric(type)) {
        throw new CrosslineError({ code: 'not-hdf5', path, reason: `${dataset} holds no numbers` });
      }
      const filters = file.ask(dataset, (module, fileId) => module.get_dataset_filters(fileId, dataset));
      if (type.kind === 'float' && type.bytes === 8 && filters.some(({ id }) => id === ZFP)) {
        const reason = `${dataset} holds float64 in zfp, which h5wasm cannot decode; write it as float32`;
        throw new CrosslineError({ code: 'not-hdf5', path, reason });
      }
      const shape = metadata.shape ?? [];
      return new LibraryDataset({ file, dataset, shape, chunkShape: metadata.chunks, type, bytes, modifiedMs });
    } catch (thrown) {
      file.close();
      throw thrown;
    }
  }

  async gatherGrid(gather: GridGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    return await this.#timed(gather.rows * gather.columns, async () => {
      const slab = this.#slabOf(gather);
      const pieceRows = this.#pieceRows(slab, gather);
      for (let row = 0; row < gather.rows; row += pieceRows) {
        await this.#pause(signal);
        const rows = Math.min(pieceRows, gather.rows - row);
        const piece = slab.rowAxis === null ? slab : shifted(slab, slab.rowAxis, row, rows);
        const values = float32Values(this.#read(piece), this.#parts.type);
        const part = into.subarray(row * gather.columns, (row + rows) * gather.columns);
        if (isRowsFirst(piece)) part.set(values);
        else transpose(values, part, rows, gather.columns);
      }
    });
  }

  async gatherRows(gather: RowGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    const { rowOffsets, columns } = gather;
    return await this.#timed(rowOffsets.length * columns, async () => {
      for (const [row, offset] of rowOffsets.entries()) {
        await this.#pause(signal);
        const part = into.subarray(row * columns, (row + 1) * columns);
        if (offset < 0) {
          part.fill(NaN);
          continue;
        }
        const slab = this.#slabOf({ ...gather, offset, rows: 1, rowStrideBytes: 0 });
        part.set(float32Values(this.#read(slab), this.#parts.type));
      }
    });
  }

  /** One element, in the format in which it is described (`decodedFormat`). */
  async readBytes(offset: number, into: Uint8Array, signal: AbortSignal | null): Promise<GatherReport> {
    const { type } = this.#parts;
    return await this.#timed(1, async () => {
      await this.#pause(signal);
      const grid = {
        format: 5,
        byteOrder: 'little',
        columns: 1,
        columnStrideBytes: 0,
        rows: 1,
        rowStrideBytes: 0,
      } as const;
      const bytes = this.#read(this.#slabOf({ ...grid, offset }));
      const plain =
        type.kind === 'packed'
          ? float64Values(bytes, type)
          : type.kind === 'float' && type.bytes === 2
            ? float32Values(bytes, type)
            : bytes;
      into.set(new Uint8Array(plain.buffer, plain.byteOffset, into.length));
    });
  }

  gatherChunks(): Promise<never> {
    return Promise.reject(noTraces());
  }

  gatherHeaders(): Promise<never> {
    return Promise.reject(noTraces());
  }

  findZeroTraces(): Promise<never> {
    return Promise.reject(noTraces());
  }

  /** Chunks are decoded anew, wherever their bytes come from. */
  residentShare(): null {
    return null;
  }

  populateResident(): Promise<number> {
    return Promise.resolve(0);
  }

  close(): Promise<void> {
    this.#parts.file.close();
    return Promise.resolve();
  }

  /** Bytes of an element where the dataset stands for a file. */
  get #plainBytes(): number {
    const { type } = this.#parts;
    if (type.kind === 'packed') return 8;
    return type.kind === 'float' && type.bytes === 2 ? 4 : (type as { bytes: number }).bytes;
  }

  #slabOf({ offset, rows, rowStrideBytes, columns, columnStrideBytes }: GridGather): PlaneSlab {
    const bytes = this.#plainBytes;
    const slab = planeSlab(this.#parts.shape, {
      offset: offset / bytes,
      rows,
      rowStride: rowStrideBytes / bytes,
      columns,
      columnStride: columnStrideBytes / bytes,
    });
    if (slab !== null) return slab;
    const available = `${this.#parts.shape.join(' x ')} elements`;
    throw new CrosslineError({ code: 'out-of-range', what: 'Byte', requested: offset, available });
  }

  #read(slab: PlaneSlab): Uint8Array<ArrayBuffer> {
    const { file, dataset, type } = this.#parts;
    try {
      return file.readSlab(dataset, slab, (type as { bytes: number }).bytes);
    } catch (thrown) {
      // The file was understood when it was opened; what does not decode is a part of it.
      if (!isCrosslineError(thrown) || thrown.fault.code !== 'not-hdf5') throw thrown;
      const detail = thrown.fault.reason;
      throw new CrosslineError({ code: 'damaged', path: this.path, detail }, { cause: thrown });
    }
  }

  /** Whole chunks, since each piece decodes all that it touches. */
  #pieceRows({ rowAxis, step }: PlaneSlab, { rows, columns }: GridGather): number {
    const most = Math.max(1, Math.floor(PIECE_BYTES / (columns * this.#plainBytes)));
    const chunk = rowAxis === null ? 1 : Math.ceil((this.#parts.chunkShape?.[rowAxis] ?? 1) / step[rowAxis]!);
    return Math.min(rows, most <= chunk ? most : most - (most % chunk));
  }

  /** Lets messages in, and looks whether the file is still what was opened. */
  async #pause(signal: AbortSignal | null): Promise<void> {
    const { size, mtimeMs } = await statOf(this.path);
    if (signal?.aborted === true) throw cancelled();
    if (size === this.bytes && mtimeMs === this.modifiedMs) return;
    throw new CrosslineError({ code: 'file-changed', path: this.path, detail: 'it was written to' });
  }

  /** What of it is reading and what decoding, the library does not tell. */
  async #timed(elements: number, act: () => Promise<void>): Promise<GatherReport> {
    const startMs = performance.now();
    await act();
    const decodeMs = performance.now() - startMs;
    return { readMs: 0, decodeMs, bytesRead: elements * this.#plainBytes, majorFaults: null };
  }
}

/** Which bits of an integer count only our own parser tells; null where it does not read the file. */
async function storedType(plain: OpenFile, address: number | null): Promise<StoredType | null> {
  if (address === null) return null;
  try {
    return (await (await datasetReader(plain))(address))?.type ?? null;
  } catch (thrown) {
    if (!isCrosslineError(thrown) || thrown.fault.code !== 'not-hdf5') throw thrown;
    return null;
  }
}

async function statOf(path: string): Promise<{ readonly size: number; readonly mtimeMs: number }> {
  try {
    return await stat(path);
  } catch (error) {
    throw systemError(error, path);
  }
}

const noTraces = (): CrosslineError =>
  new CrosslineError({ code: 'internal', detail: 'of a decoded dataset only planes are asked' });

function shifted(slab: PlaneSlab, axis: number, by: number, count: number): PlaneSlab {
  const replaced = (list: readonly number[], value: number): number[] =>
    list.map((each, i) => (i === axis ? value : each));
  return {
    ...slab,
    offset: replaced(slab.offset, slab.offset[axis]! + by * slab.step[axis]!),
    count: replaced(slab.count, count),
  };
}

/** The library gives elements in the order of the dataset's axes. */
const isRowsFirst = ({ rowAxis, columnAxis }: PlaneSlab): boolean =>
  rowAxis === null || columnAxis === null || rowAxis < columnAxis;

/** From [columns, rows] to [rows, columns]. */
function transpose(from: Float32Array, into: Float32Array, rows: number, columns: number): void {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) into[row * columns + column] = from[column * rows + row]!;
  }
}
