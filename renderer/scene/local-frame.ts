/**
 * The 3D scene's own space. World coordinates (UTM: up to 10,000,000 m) do not fit float32, whose steps are 0.5 m there;
 * so everything is taken relative to the centre of the survey in float64 first, also the camera.
 *
 * local: x east, y up, z south (right-handed, as three uses), in units of half the footprint's diagonal, origin in the
 * middle of the survey's box. Time and depth run downwards.
 */
import { type PointInGrid, type WorldFromGrid, worldPoint } from '../../shared/geometry/world-from-grid.ts';
import { type CubeAxes, groundOf, metresPerSample } from './ground.ts';
import type { SurveyPosition } from './survey-position.ts';

export interface PointInLocal {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** An affine map: local = origin + inline * i + crossline * c + sample * s. */
export interface LocalFrame {
  readonly origin: PointInLocal;
  /** Local steps of one index on each axis. */
  readonly inline: PointInLocal;
  readonly crossline: PointInLocal;
  readonly sample: PointInLocal;
  /** Lines and samples of the survey. */
  readonly counts: SurveyPosition;
  /** World position of the local origin. */
  readonly worldOrigin: { readonly x: number; readonly y: number };
  readonly metresPerUnit: number;
  readonly verticalExaggeration: number;
}

/** Height of the box over the diagonal of its footprint where the exaggeration is chosen here. */
const AUTOMATIC_HEIGHT = 0.42;

/** `verticalExaggeration` null chooses a round one (1, 2, 5, ...) that gives the box a readable height. */
export function createLocalFrame(
  axes: CubeAxes,
  worldFromGrid: WorldFromGrid | null,
  verticalExaggeration: number | null,
): LocalFrame {
  const ground = groundOf(worldFromGrid);
  const lastInline = axes.inline.count - 1;
  const lastCrossline = axes.crossline.count - 1;
  const lastSample = axes.samples.count - 1;
  const middle: PointInGrid = { inline: lastInline / 2, crossline: lastCrossline / 2 };
  const worldOrigin = worldPoint(ground, middle);
  const diagonal = footprintDiagonal(ground, Math.max(lastInline, 1), Math.max(lastCrossline, 1));
  const metresPerUnit = diagonal / 2;
  const height = Math.max(lastSample, 1) * metresPerSample(axes.samples);
  const exaggeration = verticalExaggeration ?? roundExaggeration((AUTOMATIC_HEIGHT * diagonal) / height);
  const sampleStep = (metresPerSample(axes.samples) * exaggeration) / metresPerUnit;
  const inline = { x: ground.inlineX / metresPerUnit, y: 0, z: -ground.inlineY / metresPerUnit };
  const crossline = { x: ground.crosslineX / metresPerUnit, y: 0, z: -ground.crosslineY / metresPerUnit };
  return {
    // From the steps, not from world coordinates: no large numbers are subtracted, so nothing is lost.
    origin: {
      x: -(inline.x * lastInline + crossline.x * lastCrossline) / 2,
      y: (sampleStep * lastSample) / 2,
      z: -(inline.z * lastInline + crossline.z * lastCrossline) / 2,
    },
    inline,
    crossline,
    sample: { x: 0, y: -sampleStep, z: 0 },
    counts: { inline: axes.inline.count, crossline: axes.crossline.count, sample: axes.samples.count },
    worldOrigin,
    metresPerUnit,
    verticalExaggeration: exaggeration,
  };
}

function footprintDiagonal(ground: WorldFromGrid, inlines: number, crosslines: number): number {
  const along = { x: ground.inlineX * inlines, y: ground.inlineY * inlines };
  const across = { x: ground.crosslineX * crosslines, y: ground.crosslineY * crosslines };
  return Math.max(
    Math.hypot(along.x + across.x, along.y + across.y),
    Math.hypot(along.x - across.x, along.y - across.y),
  );
}

/** The nearest of 1, 2, 5 times a power of ten to a factor, by their ratio. */
function roundExaggeration(factor: number): number {
  const power = 10 ** Math.floor(Math.log10(factor));
  const strayFrom = (round: number): number => Math.abs(Math.log(round / factor));
  return [1, 2, 5, 10]
    .map((round) => round * power)
    .reduce((best, round) => (strayFrom(round) < strayFrom(best) ? round : best));
}

export function localFromGrid(frame: LocalFrame, { inline, crossline, sample }: SurveyPosition): PointInLocal {
  return {
    x: frame.origin.x + inline * frame.inline.x + crossline * frame.crossline.x,
    y: frame.origin.y + sample * frame.sample.y,
    z: frame.origin.z + inline * frame.inline.z + crossline * frame.crossline.z,
  };
}

/** Of a direction: the frame's origin does not count. */
export function gridFromLocalDirection(frame: LocalFrame, { x, y, z }: PointInLocal): SurveyPosition {
  const { inline, crossline, sample } = frame;
  const determinant = inline.x * crossline.z - inline.z * crossline.x;
  return {
    inline: (x * crossline.z - z * crossline.x) / determinant,
    crossline: (inline.x * z - inline.z * x) / determinant,
    sample: y / sample.y,
  };
}

export function gridFromLocal(frame: LocalFrame, { x, y, z }: PointInLocal): SurveyPosition {
  const { origin } = frame;
  return gridFromLocalDirection(frame, { x: x - origin.x, y: y - origin.y, z: z - origin.z });
}
