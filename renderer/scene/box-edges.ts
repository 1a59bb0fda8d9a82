/** Which edges of the survey's box carry the axes: those on its outline as seen, so that no label lies on the data. */
import { localFromGrid, type LocalFrame, type PointInLocal } from './local-frame.ts';
import { axisEnds, type GridAxis } from './plane-corners.ts';
import type { SurveyPosition } from './survey-position.ts';
import { cross, dot, minus, plus, times } from './vector.ts';

export interface BoxEdge {
  readonly axis: GridAxis;
  /** Ends of the edge, low and high index on its axis. */
  readonly low: SurveyPosition;
  readonly high: SurveyPosition;
}

export const GRID_AXES: readonly GridAxis[] = ['inline', 'crossline', 'sample'];

const OTHER_AXES: Readonly<Record<GridAxis, readonly [GridAxis, GridAxis]>> = {
  inline: ['crossline', 'sample'],
  crossline: ['inline', 'sample'],
  sample: ['inline', 'crossline'],
};

/** All 12 edges, four along each axis. */
export function boxEdges(counts: SurveyPosition): BoxEdge[] {
  return GRID_AXES.flatMap((axis) => {
    const [a, b] = OTHER_AXES[axis];
    const [low, high] = axisEnds(counts[axis]);
    return axisEnds(counts[a]).flatMap((atA) =>
      axisEnds(counts[b]).map((atB): BoxEdge => {
        const fixed = { inline: 0, crossline: 0, sample: 0, [a]: atA, [b]: atB };
        return { axis, low: { ...fixed, [axis]: low }, high: { ...fixed, [axis]: high } };
      }),
    );
  });
}

/** The edges of an axis between a face that the viewer sees and one that is turned away. */
export function outlineEdges(frame: LocalFrame, eye: PointInLocal, axis: GridAxis): BoxEdge[] {
  const centre = localFromGrid(frame, middleOf(frame.counts));
  const [a, b] = OTHER_AXES[axis];
  return boxEdges(frame.counts).filter((edge) => {
    if (edge.axis !== axis) return false;
    const corner = localFromGrid(frame, edge.low);
    // The two faces that meet at the edge hold the axis and one of the others each.
    return (
      isSeen(corner, centre, cross(frame[axis], frame[a]), eye) !==
      isSeen(corner, centre, cross(frame[axis], frame[b]), eye)
    );
  });
}

/** Whether the face through `corner` with that normal (either way) is turned towards the eye. */
function isSeen(corner: PointInLocal, centre: PointInLocal, normal: PointInLocal, eye: PointInLocal): boolean {
  const outward = dot(normal, minus(corner, centre)) < 0 ? times(normal, -1) : normal;
  return dot(outward, minus(eye, corner)) > 0;
}

function middleOf(counts: SurveyPosition): SurveyPosition {
  const middle = (count: number): number => (axisEnds(count)[0] + axisEnds(count)[1]) / 2;
  return { inline: middle(counts.inline), crossline: middle(counts.crossline), sample: middle(counts.sample) };
}

/** The eight corners in the local frame. */
export const boxCorners = (frame: LocalFrame): PointInLocal[] =>
  axisEnds(frame.counts.inline).flatMap((inline) =>
    axisEnds(frame.counts.crossline).flatMap((crossline) =>
      axisEnds(frame.counts.sample).map((sample) => localFromGrid(frame, { inline, crossline, sample })),
    ),
  );

export const middleOfEdge = (frame: LocalFrame, { low, high }: BoxEdge): PointInLocal =>
  times(plus(localFromGrid(frame, low), localFromGrid(frame, high)), 0.5);
