/** What stands along the edges of a split section, in CSS pixels from the canvas's left and top. */
import { sampleUnit } from '../../../../shared/axes.ts';
import { splitGeometry } from '../../../bindings/crossings/split-link.ts';
import type { CanvasArea } from '../../../scene/section-tiles.ts';
import { canvasFromPicture, pictureFromCanvas, type SectionView } from '../../../scene/section-view.ts';
import {
  partArea,
  partView,
  seamX,
  splitSamples,
  type SplitGeometry,
  type SplitSide,
} from '../../../scene/split/split-geometry.ts';
import { sampleTicks } from '../../../scene/ticks.ts';
import { splitPlane, type Split } from '../../../state/crossings/split.ts';
import type { SplitState } from '../../../state/crossings/split-store.ts';
import { orientationName } from '../../../state/position-labels.ts';
import { sectionAxes, type EdgeAxis } from '../../section/section-axes.ts';

export interface PartAxis extends EdgeAxis {
  readonly side: SplitSide;
  /** Of the line. */
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

export interface SplitAxes {
  readonly geometry: SplitGeometry;
  readonly seam: number;
  readonly left: EdgeAxis;
  readonly parts: readonly [PartAxis, PartAxis];
}

/** CSS pixels that a label with its gap takes along the left edge. */
const LEFT_SPACING = 36;

export function splitAxes(split: Split, view: SectionView, sides: Pick<SplitState, SplitSide>): SplitAxes {
  const geometry = splitGeometry(split);
  return {
    geometry,
    seam: seamX(view, geometry),
    left: sampleEdge(split, geometry, view),
    parts: [partAxis('left', split, geometry, view, sides), partAxis('right', split, geometry, view, sides)],
  };
}

/** CDP numbers where the line has them, else trace numbers. */
function partAxis(
  side: SplitSide,
  split: Split,
  geometry: SplitGeometry,
  view: SectionView,
  sides: Pick<SplitState, SplitSide>,
): PartAxis {
  const line = split[side];
  const area = partArea(view, geometry, side);
  const navigation = sides[side].shown?.navigation ?? null;
  const seen = onlyArea(partView(view, geometry, side), area);
  const { top } = sectionAxes(line.info, splitPlane(line), seen, navigation);
  const ticks = top.ticks.map(({ at, label }) => ({ at: at + area.left, label }));
  return { side, name: line.profile.name, ...area, title: top.title, ticks };
}

/** As if the canvas ended with the area, so that there are as many ticks as it has room for. */
function onlyArea(view: SectionView, { left, right }: CanvasArea): SectionView {
  const middle = pictureFromCanvas(view, { x: (left + right) / 2, y: 0 });
  return { ...view, canvasWidth: right - left, centre: { ...view.centre, across: middle.across } };
}

function sampleEdge({ left, right }: Split, geometry: SplitGeometry, view: SectionView): EdgeAxis {
  const axis = splitSamples(geometry);
  const { info } = left.info.samples.domain === axis.domain ? left : right;
  const downAt = (y: number): number => pictureFromCanvas(view, { x: 0, y }).down;
  const low = Math.max(downAt(0), 0);
  const high = Math.min(downAt(view.canvasHeight), axis.count - 1);
  const most = Math.max(2, Math.floor(view.canvasHeight / LEFT_SPACING));
  const unit = sampleUnit(axis.domain);
  const name = orientationName(info, 'sample');
  return {
    title: unit === '' ? name : `${name} (${unit})`,
    ticks: sampleTicks(axis, low, high, most).map(({ position, label }) => ({
      at: canvasFromPicture(view, { across: 0, down: position }).y,
      label,
    })),
  };
}
