/** Datasets in words. */
import type { Hdf5Dataset } from '../../../shared/hdf5/hdf5-outline.ts';

export const nameOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What an axis is called; null where the file does not say. */
export function axisName({ scales, labels }: Hdf5Dataset, axis: number): string | null {
  const scale = scales[axis]?.[0];
  const name = scale === undefined ? (labels[axis] ?? null) : nameOfPath(scale);
  return name === '' ? null : name;
}

export const shapeText = ({ shape }: Hdf5Dataset): string => (shape.length === 0 ? 'one value' : shape.join(' × '));

/** E.g. `chunks of 64 × 64 × 64, shuffle, gzip 4`. */
export function storedText({ storage, chunkShape, filters, fill, type }: Hdf5Dataset): string {
  const where = chunkShape === null ? storage : `chunks of ${chunkShape.join(' × ')}`;
  return [type, where, ...filters, ...(fill === null || fill === 0 ? [] : [`fill ${fill}`])].join(', ');
}
