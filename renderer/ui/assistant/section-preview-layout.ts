/** The axes of a preview's section, whose picture holds every n-th trace and sample. */
import { sampleUnit } from '../../../shared/axes.ts';
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import { lineTicks, sampleTicks, traceTicks, type Tick } from '../../scene/ticks.ts';
import type { PlotAxis, PlotTick } from './PlotFrame.tsx';
import { labelOfIndex, orientationName } from '../../state/position-labels.ts';

export interface SectionPreviewAxes {
  /** E.g. "Inline 122". */
  readonly title: string;
  readonly top: PlotAxis;
  readonly left: PlotAxis;
}

export function sectionPreviewAxes(
  { info, section }: MappingPreview,
  mostTicks: { readonly top: number; readonly left: number },
): SectionPreviewAxes {
  const { plane, view } = section;
  const [rows, columns] = view.shape;
  const traces = acrossOf({ info, section });
  const top = placed(traces.ticks(mostTicks.top), traces.count, rows);
  const left = placed(
    sampleTicks(info.samples, 0, info.samples.count - 1, mostTicks.left),
    info.samples.count,
    columns,
  );
  const unit = sampleUnit(info.samples.domain);
  const vertical = orientationName(info, 'sample');
  return {
    title:
      plane.orientation === 'traces'
        ? `Traces ${plane.index + 1} to ${plane.index + plane.count}`
        : `${orientationName(info, plane.orientation)} ${labelOfIndex(info, plane.orientation, plane.index)}`,
    top: { title: traces.title, ticks: top },
    left: { title: unit === '' ? vertical : `${vertical} (${unit})`, ticks: left },
  };
}

/** What runs across: the other lines of a cube, or traces. */
function acrossOf({ info, section }: Pick<MappingPreview, 'info' | 'section'>) {
  const { plane } = section;
  const axis = plane.orientation === 'inline' ? info.crossline : plane.orientation === 'crossline' ? info.inline : null;
  if (axis !== null) {
    const title = plane.orientation === 'inline' ? 'Crossline' : 'Inline';
    return { title, count: axis.count, ticks: (most: number) => lineTicks(axis, 0, axis.count - 1, most) };
  }
  const { first, count } =
    plane.orientation === 'traces'
      ? { first: plane.index, count: plane.count }
      : { first: 0, count: section.view.shape[0] };
  const ticks = (most: number): Tick[] =>
    traceTicks(first, first + count - 1, most).map(({ position, label }) => ({ position: position - first, label }));
  return { title: 'Trace', count, ticks };
}

/** In the middle of its cell. The picture is every n-th of `count`, n as small as it can be. */
function placed(ticks: readonly Tick[], count: number, cells: number): PlotTick[] {
  const every = Math.ceil(count / cells);
  return ticks.map(({ position, label }) => ({ at: Math.min((position / every + 0.5) / cells, 1), label }));
}
