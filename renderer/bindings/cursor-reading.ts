/** What lies under the crosshair, read from the samples of the picture that is shown. */
import { offsetLabelAt, sampleValueAt } from '../../shared/axes.ts';
import { mayBeRounded, wholeAmplitude } from '../../shared/exact-amplitude.ts';
import { worldPoint } from '../../shared/geometry/world-from-grid.ts';
import { placeInPlane } from '../../shared/sample-place.ts';
import { planeKey, sampleAt, TRACE_DEAD, TRACE_MISSING, type SlicePlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { offsetIndex } from '../../shared/units.ts';
import { isCoarse, type LoadedPicture } from '../engine-client/loaded-picture.ts';
import { positionInSurvey } from '../scene/survey-position.ts';
import { labelOfIndex } from '../state/position-labels.ts';
import type { CursorReading } from '../state/cursor-store.ts';
import type { ShownNavigation } from '../state/navigation-store.ts';

/** A cell of the exact slice, whole indices. */
export interface SectionCell {
  readonly row: number;
  readonly column: number;
}

/** @param shown of the line that is looked at; null where there is none, or it is not known yet */
export function cursorReading(
  info: SurveyInfo,
  picture: LoadedPicture,
  cell: SectionCell,
  shown: ShownNavigation | null,
): CursorReading {
  const { plane } = picture;
  const position = positionInSurvey(plane, cell);
  const world = position === null || info.worldFromGrid === null ? null : worldPoint(info.worldFromGrid, position);
  return {
    inlineNumber: position === null ? null : labelOfIndex(info, 'inline', position.inline),
    crosslineNumber: position === null ? null : labelOfIndex(info, 'crossline', position.crossline),
    traceNumber: plane.orientation === 'traces' || plane.orientation === 'along' ? plane.index + cell.row + 1 : null,
    offset: plane.orientation === 'gather' ? offsetAt(info, cell.row) : null,
    x: world?.x ?? null,
    y: world?.y ?? null,
    ...alongLine(plane, cell.row, shown),
    sampleValue: sampleValueAt(info.samples, plane.orientation === 'sample' ? plane.index : cell.column),
    ...amplitudeIn(info, picture, cell),
  };
}

function offsetAt({ gathers }: SurveyInfo, row: number): number | null {
  return gathers === null ? null : offsetLabelAt(gathers.offsets, offsetIndex(row));
}

type OnLine = Pick<CursorReading, 'cdpNumber' | 'shotPoint'> & Partial<Pick<CursorReading, 'x' | 'y'>>;

/** What the navigation tells of a row, where it is that of the plane. */
function alongLine(plane: SlicePlane, row: number, shown: ShownNavigation | null): OnLine {
  if (shown === null || planeKey(shown.plane) !== planeKey(plane)) return { cdpNumber: null, shotPoint: null };
  const { cdp, shotPoint, positions } = shown.navigation;
  const known = { cdpNumber: cdp[row] ?? null, shotPoint: shotPoint?.[row] ?? null };
  if (positions === null || Number.isNaN(positions.x[row])) return known;
  return { ...known, x: positions.x[row] ?? null, y: positions.y[row] ?? null };
}

type Amplitude = Pick<CursorReading, 'amplitude' | 'stored' | 'rounded' | 'trace'>;

function amplitudeIn({ id, sampleFormat }: SurveyInfo, picture: LoadedPicture, cell: SectionCell): Amplitude {
  const unknown = { amplitude: null, stored: null, rounded: null };
  // A coarse picture does not hold the sample under the pointer.
  if (isCoarse(picture)) return { ...unknown, trace: 'live' };
  const { view, traceStatus, plane } = picture;
  const status = traceStatus?.[statusIndex(plane, cell, view.shape[1])];
  const amplitude = sampleAt(view, cell.row, cell.column);
  if (status === TRACE_MISSING || Number.isNaN(amplitude)) return { ...unknown, trace: 'missing' };
  const place = placeInPlane(plane, cell);
  const trace = status === TRACE_DEAD ? 'dead' : 'live';
  // A mean is stored nowhere.
  if (place === null) return { amplitude, stored: null, rounded: null, trace };
  return {
    amplitude,
    stored: wholeAmplitude(sampleFormat.code, amplitude),
    rounded: mayBeRounded(sampleFormat.code, amplitude) ? { surveyId: id, place } : null,
    trace,
  };
}

/** One status for each row, but for each cell of a time slice (see `SliceReply.traceStatus`). */
const statusIndex = (plane: SlicePlane, { row, column }: SectionCell, columns: number): number =>
  plane.orientation === 'sample' ? row * columns + column : row;
