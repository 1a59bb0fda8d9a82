/** What two header words, taken for coordinates, say of the headers looked at. */
import { fitWorldFromGrid } from '../../../../shared/geometry/fit-world-from-grid.ts';
import { isCoordinate } from '../coordinate-words.ts';
import { applyScalar } from '../scaled-words.ts';
import type { LinesEvidence } from './lines-evidence.ts';

export interface CoordinatesEvidence {
  /** Share of the headers that have any. */
  readonly presentShare: number;
  /** `follow`: as an affine grid; `crooked`: not so; `still`: along one direction they do not move; `constant`: they never change. */
  readonly kind: 'follow' | 'crooked' | 'still' | 'constant';
  /** Root mean square distance from the fitted grid, in the coordinates' unit; null where nothing was fitted. */
  readonly rmsResidual: number | null;
  /** From line to line, in the coordinates' unit; null where nothing was fitted. */
  readonly steps: { readonly inline: number; readonly crossline: number } | null;
  /** 0 to 1. */
  readonly score: number;
}

export interface CoordinateColumns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly scalar: Float64Array;
}

/** Rounding of coordinates to their scalar leaves less than this share of a bin; more means a crooked grid. */
const CROOKED_SHARE = 0.25;
/** Steps and areas below this share of the other's are rounding. */
const STILL_SHARE = 1e-3;
/** Two directions with a smaller sine between them are one line: shots and channels of a 2D survey are so. */
const LEAST_SINE = 0.05;
/** Of any coordinate in metres, feet or seconds of arc with two decimals; larger are no numbers but bit patterns of floats. */
const LARGEST_COORDINATE = 1e9;
const SCORES: Readonly<Record<CoordinatesEvidence['kind'], number>> = {
  follow: 1,
  crooked: 0.3,
  still: 0.05,
  constant: 0.1,
};

/** Null where too few headers have any. */
export function coordinatesEvidence(
  { x, y, scalar }: CoordinateColumns,
  lines: Pick<LinesEvidence, 'inline' | 'crossline'>,
  inline: Float64Array,
  crossline: Float64Array,
): CoordinatesEvidence | null {
  const placed = [...x.keys()].filter((i) => isPlausible(x[i]!, y[i]!) && (inline[i] !== 0 || crossline[i] !== 0));
  const presentShare = placed.length / x.length;
  if (placed.length < 3) return null;
  const points = {
    inline: placed.map((i) => (inline[i]! - lines.inline.first) / lines.inline.step),
    crossline: placed.map((i) => (crossline[i]! - lines.crossline.first) / lines.crossline.step),
    x: placed.map((i) => applyScalar(x[i]!, scalar[i]!)),
    y: placed.map((i) => applyScalar(y[i]!, scalar[i]!)),
  };
  const evidence = (
    kind: CoordinatesEvidence['kind'],
    fitted: Pick<CoordinatesEvidence, 'rmsResidual' | 'steps'>,
  ): CoordinatesEvidence => ({ presentShare, kind, ...fitted, score: SCORES[kind] * (0.5 + 0.5 * presentShare) });
  const varies = placed.some((i) => x[i] !== x[placed[0]!] || y[i] !== y[placed[0]!]);
  if (!varies) return evidence('constant', { rmsResidual: null, steps: null });
  const fit = fitWorldFromGrid(points)!;
  const { inlineX, inlineY, crosslineX, crosslineY } = fit.worldFromGrid;
  const steps = { inline: Math.hypot(inlineX, inlineY), crossline: Math.hypot(crosslineX, crosslineY) };
  const fitted = { rmsResidual: fit.rmsResidual, steps };
  const [short, long] = [Math.min(steps.inline, steps.crossline), Math.max(steps.inline, steps.crossline)];
  const area = Math.abs(inlineX * crosslineY - inlineY * crosslineX);
  if (short <= STILL_SHARE * long || area < LEAST_SINE * short * long) return evidence('still', fitted);
  return evidence(fit.rmsResidual > CROOKED_SHARE * short ? 'crooked' : 'follow', fitted);
}

const isPlausible = (x: number, y: number): boolean =>
  isCoordinate(x, y) &&
  Number.isFinite(x) &&
  Number.isFinite(y) &&
  Math.abs(x) < LARGEST_COORDINATE &&
  Math.abs(y) < LARGEST_COORDINATE &&
  // Integers read as floats are denormals.
  Math.max(Math.abs(x), Math.abs(y)) > 1e-3;
