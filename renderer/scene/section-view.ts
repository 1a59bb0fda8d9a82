/**
 * Where a section lies on its canvas. Two spaces, both with y downwards, all in float64:
 *  - picture: fractional indices of the exact slice as `PictureLayout` lays it out, `across` and `down`; cell k covers
 *    k - 0.5 to k + 0.5, so the picture covers -0.5 to count - 0.5.
 *  - canvas: CSS pixels from the top left corner of the canvas.
 */
import type { PictureLayout } from '../../shared/colour/picture-layout.ts';
import type { SectionPoint } from './survey-position.ts';

export interface PointInPicture {
  readonly across: number;
  readonly down: number;
}

export interface PointOnCanvas {
  readonly x: number;
  readonly y: number;
}

export interface PictureSize {
  /** Cells across and down. */
  readonly across: number;
  readonly down: number;
}

export interface SectionView {
  readonly size: PictureSize;
  readonly layout: PictureLayout;
  /** CSS pixels. */
  readonly canvasWidth: number;
  readonly canvasHeight: number;
  /** Picture position in the middle of the canvas. */
  readonly centre: PointInPicture;
  /** CSS pixels per cell. */
  readonly scaleAcross: number;
  readonly scaleDown: number;
}

export const pictureFromCanvas = (view: SectionView, { x, y }: PointOnCanvas): PointInPicture => ({
  across: view.centre.across + (x - view.canvasWidth / 2) / view.scaleAcross,
  down: view.centre.down + (y - view.canvasHeight / 2) / view.scaleDown,
});

export const canvasFromPicture = (view: SectionView, { across, down }: PointInPicture): PointOnCanvas => ({
  x: view.canvasWidth / 2 + (across - view.centre.across) * view.scaleAcross,
  y: view.canvasHeight / 2 + (down - view.centre.down) * view.scaleDown,
});

/** Its own inverse for each axis: reversal maps k to count - 1 - k. */
export function sectionFromPicture(view: Pick<SectionView, 'size' | 'layout'>, point: PointInPicture): SectionPoint {
  const { size, layout } = view;
  const across = layout.isAcrossReversed ? size.across - 1 - point.across : point.across;
  const down = layout.isDownReversed ? size.down - 1 - point.down : point.down;
  return layout.across === 'rows' ? { row: across, column: down } : { row: down, column: across };
}

export function pictureFromSection(view: Pick<SectionView, 'size' | 'layout'>, point: SectionPoint): PointInPicture {
  const { size, layout } = view;
  const across = layout.across === 'rows' ? point.row : point.column;
  const down = layout.across === 'rows' ? point.column : point.row;
  return {
    across: layout.isAcrossReversed ? size.across - 1 - across : across,
    down: layout.isDownReversed ? size.down - 1 - down : down,
  };
}
