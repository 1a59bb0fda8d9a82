/** Planes, traces and single words of a volume, however it is stored. */
import type { Decimation } from '../../../../shared/slices.ts';
import type { GatherReport, GridGather, OpenFile } from '../../../native/native-reader.ts';
import { wordBytesOf } from '../../../native/word-layout.ts';
import { isStandardFormat } from '../../segy/sample-formats.ts';
import { planeChunks, traceChunks } from './chunk-pieces.ts';
import type { Volume } from './cube-description.ts';
import { planeGather, type CubePlane } from './volume-plane.ts';

/** A position of the grid, counted from 0. */
export interface GridCell {
  readonly inline: number;
  readonly crossline: number;
}

export interface VolumeRead extends GatherReport {
  readonly residentShare: number | null;
}

/**
 * @param shape of the decimated plane, which `into` holds in C order
 * @throws CrosslineError cancelled, damaged, file-changed, io-failed
 */
export async function readVolumePlane(
  file: OpenFile,
  volume: Volume,
  plane: CubePlane,
  decimation: Decimation,
  shape: readonly [number, number],
  into: Float32Array,
  signal: AbortSignal | null,
): Promise<VolumeRead> {
  if (volume.kind === 'chunked') {
    const gather = planeChunks(volume, plane, decimation, shape);
    // A few chunks here and there: how much of them is in memory is not asked.
    return { ...(await file.gatherChunks(gather, into, signal)), residentShare: null };
  }
  const gather = planeGather(volume, plane, decimation, shape);
  // Asked in the time that the gather's threads take to wake (16 us of 30).
  const [report, residentShare] = await Promise.all([file.gatherGrid(gather, into, signal), residencyOf(file, gather)]);
  return { ...report, residentShare };
}

/** Begins at once, and rejects where it cannot be asked. */
async function residencyOf(file: OpenFile, gather: GridGather): Promise<number | null> {
  return await Promise.resolve(
    file.residentShare({
      offset: gather.offset,
      rows: gather.rows,
      rowStrideBytes: gather.rowStrideBytes,
      rowBytes: (gather.columns - 1) * gather.columnStrideBytes + 1,
    }),
  );
}

/**
 * One trace a row of `into`; `columns` samples of each, `step` apart.
 * @throws CrosslineError cancelled, damaged, file-changed, io-failed
 */
export async function readVolumeTraces(
  file: OpenFile,
  volume: Volume,
  cells: readonly GridCell[],
  columns: number,
  step: number,
  into: Float32Array,
  signal: AbortSignal | null,
): Promise<GatherReport> {
  if (volume.kind === 'chunked') {
    return await file.gatherChunks(traceChunks(volume, cells, columns, step), into, signal);
  }
  const { format, byteOrder, address, strides } = volume;
  if (!isStandardFormat(format)) throw new TypeError(`samples of format ${format}`);
  const rowOffsets = Float64Array.from(
    cells,
    ({ inline, crossline }) => address + inline * strides.inline + crossline * strides.crossline,
  );
  const columnStrideBytes = strides.sample * step;
  return await file.gatherRows({ format, byteOrder, rowOffsets, columns, columnStrideBytes }, into, signal);
}

/** One sample as it is stored. */
export async function readVolumeWord(
  file: OpenFile,
  volume: Volume,
  { inline, crossline }: GridCell,
  sample: number,
  signal: AbortSignal | null,
): Promise<Uint8Array> {
  const { format } = volume;
  if (!isStandardFormat(format)) throw new TypeError(`samples of format ${format}`);
  if (volume.kind === 'mapped') {
    const { address, strides } = volume;
    const word = new Uint8Array(wordBytesOf(format));
    const at = address + inline * strides.inline + crossline * strides.crossline + sample * strides.sample;
    await file.readBytes(at, word, signal);
    return word;
  }
  // All of the trace up to it: its chunks are most often decoded already.
  const words = new Uint8Array((sample + 1) * wordBytesOf(format));
  await file.gatherChunks(traceChunks(volume, [{ inline, crossline }], sample + 1, 1), words, signal);
  return words.subarray(-wordBytesOf(format));
}
