/**
 * How a slice lies in a picture. Sections: rows (traces) across, samples downwards. Time slices: a map that is turned in
 * quarters until north points upwards as far as that goes, and never mirrored.
 */
import type { WorldFromGrid } from '../geometry/world-from-grid.ts';
import type { PlaneKind } from '../slices.ts';

export interface PictureLayout {
  /** Axis of the slice that runs across the picture; the other one runs down. */
  readonly across: 'rows' | 'columns';
  /** Index 0 lies right. */
  readonly isAcrossReversed: boolean;
  /** Index 0 lies at the bottom. */
  readonly isDownReversed: boolean;
}

const SECTION: PictureLayout = { across: 'rows', isAcrossReversed: false, isDownReversed: false };

/** Crosslines to the right, inlines upwards: the usual map where nothing is known of the ground. */
const PLAIN_MAP: PictureLayout = { across: 'columns', isAcrossReversed: false, isDownReversed: true };

export function pictureLayoutOf(orientation: PlaneKind, worldFromGrid: WorldFromGrid | null): PictureLayout {
  if (orientation !== 'sample') return SECTION;
  if (worldFromGrid === null) return PLAIN_MAP;
  const { inlineX, inlineY, crosslineX, crosslineY } = worldFromGrid;
  const determinant = inlineX * crosslineY - inlineY * crosslineX;
  if (determinant === 0) return PLAIN_MAP;

  const isInlineUp =
    Math.abs(inlineY) / Math.hypot(inlineX, inlineY) >= Math.abs(crosslineY) / Math.hypot(crosslineX, crosslineY);
  // With ascending inlines to the right and crosslines upwards the map is unmirrored where the determinant is positive.
  if (isInlineUp) {
    const isUpwards = inlineY >= 0;
    return { across: 'columns', isAcrossReversed: isUpwards === determinant > 0, isDownReversed: isUpwards };
  }
  const isUpwards = crosslineY >= 0;
  return { across: 'rows', isAcrossReversed: isUpwards !== determinant > 0, isDownReversed: isUpwards };
}

/** A `SliceView` over any typed array: element (r, c) is `data[offset + r * strides[0] + c * strides[1]]`. */
export interface GridView<Data> {
  readonly data: Data;
  readonly offset: number;
  readonly shape: readonly [rows: number, columns: number];
  readonly strides: readonly [row: number, column: number];
}

/** The slice as the picture shows it, without a copy: rows of the result run down the picture, columns across. */
export function pictureView<Data>(view: GridView<Data>, layout: PictureLayout): GridView<Data> {
  const [rows, columns] = view.shape;
  const [rowStride, columnStride] = view.strides;
  const isTurned = layout.across === 'rows';
  const width = isTurned ? rows : columns;
  const height = isTurned ? columns : rows;
  const acrossStride = isTurned ? rowStride : columnStride;
  const downStride = isTurned ? columnStride : rowStride;
  const firstAcross = layout.isAcrossReversed ? width - 1 : 0;
  const firstDown = layout.isDownReversed ? height - 1 : 0;
  return {
    data: view.data,
    offset: view.offset + firstDown * downStride + firstAcross * acrossStride,
    shape: [height, width],
    strides: [layout.isDownReversed ? -downStride : downStride, layout.isAcrossReversed ? -acrossStride : acrossStride],
  };
}
