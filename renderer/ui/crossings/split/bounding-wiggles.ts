/** The traces that bound a crossing, from the pictures of the split section: nothing is read for them. */
import { sampleAt } from '../../../../shared/slices.ts';
import type { Viewer } from '../../../bindings/viewer.tsx';
import { isOf, splitDisplay } from '../../../bindings/crossings/split-link.ts';
import { isCoarse, type LoadedPicture } from '../../../engine-client/loaded-picture.ts';
import { canvasFromPicture, type SectionView } from '../../../scene/section-view.ts';
import { partView, type SplitGeometry, type SplitSide } from '../../../scene/split/split-geometry.ts';
import { SPLIT_SIDES } from '../../../scene/split/split-scene.ts';
import type { Split, SplitLine } from '../../../state/crossings/split.ts';
import type { Wiggle } from './draw-bounding-traces.ts';

/** The lower one is broader, so that it is seen where both say the same. */
const WIDTHS: Readonly<Record<SplitSide, number>> = { left: 2.5, right: 1 };

/** 0-based along the line, the nearer one first. */
export function boundsByDistance({ bounds: [from, to], at }: SplitLine): readonly number[] {
  if (from === to) return [from];
  return at - from <= to - at ? [from, to] : [to, from];
}

/** None of a side whose exact picture is not there yet. */
export function boundingWiggles(
  viewer: Pick<Viewer, 'stores' | 'splitBoard'>,
  split: Split,
  geometry: SplitGeometry,
  view: SectionView,
  colours: Readonly<Record<SplitSide, string>>,
): readonly Wiggle[] {
  return SPLIT_SIDES.flatMap((side) => {
    const picture = viewer.splitBoard.latest(side);
    const line = split[side];
    if (picture === null || isCoarse(picture) || !isOf(picture, line)) return [];
    const own = partView(view, geometry, side);
    const { clip, gain, polarity } = splitDisplay(viewer, side);
    const firstY = canvasFromPicture(own, { across: 0, down: 0 }).y;
    return boundsByDistance(line).map((trace, order): Wiggle => ({
      samples: traceOf(picture, trace - line.first),
      firstY,
      stepY: own.scaleDown,
      scale: clip === 0 ? 0 : (gain * polarity) / clip,
      colour: colours[side],
      width: WIDTHS[side],
      isNear: order === 0,
    }));
  });
}

const traceOf = ({ view }: LoadedPicture, row: number): Float32Array =>
  Float32Array.from({ length: view.shape[1] }, (_, column) => sampleAt(view, row, column));
