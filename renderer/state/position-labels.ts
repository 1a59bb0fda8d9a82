/** Positions as users read and type them: line numbers, milliseconds or metres, trace numbers from 1. */
import { sampleUnit, sampleValueAt, type LineAxis } from '../../shared/axes.ts';
import type { Orientation } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import type { LineIndex } from '../../shared/units.ts';
import { clampIndex, indexCount } from './plane-positions.ts';

export const orientationName = (info: SurveyInfo, orientation: Orientation): string => {
  switch (orientation) {
    case 'inline':
      return info.gathers === null || info.gathers.positions === 'bins' ? 'Inline' : 'Line';
    case 'crossline':
      return CROSSLINE_NAMES[info.gathers?.positions ?? 'bins'];
    case 'sample':
      return info.samples.domain === 'time' ? 'Time' : info.samples.domain === 'depth' ? 'Depth' : 'Sample';
    case 'gather':
      return 'Gather';
    case 'traces':
      return 'Trace';
  }
};

const CROSSLINE_NAMES = { bins: 'Crossline', cdps: 'CDP', shots: 'Field record' } as const;

export const orientationUnit = (info: SurveyInfo, orientation: Orientation): string =>
  orientation === 'sample' ? sampleUnit(info.samples.domain) : '';

const lineLabel = (axis: LineAxis | null, index: number): number =>
  axis === null ? 0 : axis.first + index * axis.step;

/** The number that stands for an index: a line number, ms or m, or a trace number. */
export function labelOfIndex(info: SurveyInfo, orientation: Orientation, index: number): number {
  switch (orientation) {
    case 'inline':
      return lineLabel(info.inline, index);
    case 'crossline':
    case 'gather':
      return lineLabel(info.crossline, index);
    case 'sample':
      return sampleValueAt(info.samples, index);
    case 'traces':
      return index + 1;
  }
}

/** The index nearest to a typed number; always one that the survey has. */
export function indexOfLabel(info: SurveyInfo, orientation: Orientation, line: LineIndex, label: number): number {
  const first = labelOfIndex(info, orientation, 0);
  const step = indexCount(info, orientation, line) > 1 ? labelOfIndex(info, orientation, 1) - first : 1;
  return clampIndex(info, orientation, line, (label - first) / step);
}

/** At most three decimals, none that say nothing. */
export const formatLabel = (label: number): string => String(Number(label.toFixed(3)));
