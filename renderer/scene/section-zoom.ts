/** How a section's view changes under fit, zoom, pan and resize. Pure, float64; spaces as in section-view.ts. */
import { pictureFromCanvas, type PointOnCanvas, type SectionView } from './section-view.ts';

export type SectionAspect = 'fit' | 'true';

export type SectionFrame = Pick<SectionView, 'size' | 'layout' | 'canvasWidth' | 'canvasHeight'>;

/** CSS pixels per cell at most: beyond, one sample would fill the canvas. */
const LARGEST_SCALE = 400;
/** The picture never gets smaller than this share of the whole view. */
const SMALLEST_SHARE = 0.25;

/**
 * The whole picture. `fit` fills the canvas both ways; `true` keeps `cellAspect`, the width of a cell over its height on
 * the ground.
 */
export function wholeView(frame: SectionFrame, aspect: SectionAspect, cellAspect: number): SectionView {
  const { size, canvasWidth, canvasHeight } = frame;
  let scaleAcross = canvasWidth / size.across;
  let scaleDown = canvasHeight / size.down;
  if (aspect === 'true') {
    scaleDown = Math.min(scaleDown, scaleAcross / cellAspect);
    scaleAcross = scaleDown * cellAspect;
  }
  return {
    size,
    layout: frame.layout,
    canvasWidth,
    canvasHeight,
    centre: { across: (size.across - 1) / 2, down: (size.down - 1) / 2 },
    scaleAcross,
    scaleDown,
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The view's centre stays on the picture. */
const centred = (view: SectionView): SectionView => ({
  ...view,
  centre: {
    across: clamp(view.centre.across, -0.5, view.size.across - 0.5),
    down: clamp(view.centre.down, -0.5, view.size.down - 0.5),
  },
});

/** Zooms so that what lies under `anchor` stays there. Factors above 1 enlarge. */
export function zoomed(
  view: SectionView,
  whole: SectionView,
  anchor: PointOnCanvas,
  factor: { readonly across: number; readonly down: number },
): SectionView {
  const allowed = (scale: number, wholeScale: number, wanted: number): number =>
    clamp(scale * wanted, Math.min(wholeScale * SMALLEST_SHARE, LARGEST_SCALE), Math.max(LARGEST_SCALE, wholeScale)) /
    scale;
  let across = allowed(view.scaleAcross, whole.scaleAcross, factor.across);
  let down = allowed(view.scaleDown, whole.scaleDown, factor.down);
  // Reaching a limit on one axis must not change the aspect of a zoom that was even.
  if (factor.across === factor.down)
    across = down = factor.across > 1 ? Math.min(across, down) : Math.max(across, down);

  const fixed = pictureFromCanvas(view, anchor);
  const scaleAcross = view.scaleAcross * across;
  const scaleDown = view.scaleDown * down;
  return centred({
    ...view,
    scaleAcross,
    scaleDown,
    centre: {
      across: fixed.across - (anchor.x - view.canvasWidth / 2) / scaleAcross,
      down: fixed.down - (anchor.y - view.canvasHeight / 2) / scaleDown,
    },
  });
}

/** Moves the picture by CSS pixels. */
export const panned = (view: SectionView, dx: number, dy: number): SectionView =>
  centred({
    ...view,
    centre: {
      across: view.centre.across - dx / view.scaleAcross,
      down: view.centre.down - dy / view.scaleDown,
    },
  });
