/** What the rows and columns of a slice are called and labelled, in the survey's own numbers. */
import { crosslineNumberAt, inlineNumberAt, offsetLabelAt, sampleUnit, sampleValueAt } from '../../../shared/axes.ts';
import type { LineAxis, SampleAxis } from '../../../shared/axes.ts';
import type { SlicePlane } from '../../../shared/slices.ts';
import type { GatherAxes, SurveyInfo } from '../../../shared/survey.ts';
import { crosslineIndex, inlineIndex, offsetIndex } from '../../../shared/units.ts';

export interface AxisLabels {
  readonly name: string;
  labelAt(index: number): number;
}

export interface SliceAxes {
  readonly rows: AxisLabels;
  readonly columns: AxisLabels;
}

/** The plane must be one that the survey has, as `planeOf` makes them. */
export function sliceAxes(plane: SlicePlane, info: SurveyInfo): SliceAxes {
  const samples = sampleLabels(info.samples);
  if (plane.orientation === 'traces' || plane.orientation === 'along') {
    return { rows: { name: 'trace', labelAt: (index) => plane.index + index }, columns: samples };
  }
  if (info.inline === null || info.crossline === null) throw new Error(`${plane.orientation} slice without a grid`);
  switch (plane.orientation) {
    case 'gather':
      return { rows: offsetLabels(info.gathers), columns: samples };
    case 'inline':
      return { rows: crosslineLabels(info.crossline), columns: samples };
    case 'crossline':
      return { rows: inlineLabels(info.inline), columns: samples };
    case 'sample':
      return { rows: inlineLabels(info.inline), columns: crosslineLabels(info.crossline) };
  }
}

const inlineLabels = (axis: LineAxis): AxisLabels => ({
  name: 'inline',
  labelAt: (index) => inlineNumberAt(axis, inlineIndex(index)),
});

const crosslineLabels = (axis: LineAxis): AxisLabels => ({
  name: 'crossline',
  labelAt: (index) => crosslineNumberAt(axis, crosslineIndex(index)),
});

function offsetLabels(gathers: GatherAxes | null): AxisLabels {
  if (gathers === null) throw new Error('A gather of a survey that has none');
  const { offsets } = gathers;
  return {
    name: offsets.kind === 'offsets' ? 'offset' : 'trace of the gather',
    labelAt: (index) => offsetLabelAt(offsets, offsetIndex(index)),
  };
}

const sampleLabels = (axis: SampleAxis): AxisLabels => ({
  name: axis.domain === 'unknown' ? 'time or depth' : `${axis.domain} (${sampleUnit(axis.domain)})`,
  labelAt: (index) => sampleValueAt(axis, index),
});
