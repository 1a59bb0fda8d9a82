/** How the world coordinates of traces follow the grid. */
import { fitWorldFromGrid, type GridPoints } from '../../../shared/geometry/fit-world-from-grid.ts';
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import { isAngle } from './coordinate-unit.ts';
import { note, warning, type FindingDetails } from './finding.ts';
import { fitTraces } from './fit-traces.ts';
import type { GridAxes, TracePlaces } from './placed-traces.ts';
import { isLegalScalar, isScalar } from './scaled-words.ts';

/** What the coordinate words of all traces looked at have in common. */
export interface CoordinateFacts {
  /** Distinct ones. */
  readonly scalars: ReadonlySet<number>;
  readonly unit: CoordinateUnit;
}

export interface CoordinateFit {
  readonly worldFromGrid: WorldFromGrid | null;
  readonly worldFit: WorldFitQuality | null;
  readonly findings: readonly Finding[];
}

/** Rounding of coordinates to their scalar leaves less than this share of a bin; more means a crooked grid. */
const CROOKED_SHARE = 0.25;

/** Fits a few traces, and says what is doubtful. Angles are never taken for lengths. */
export function fitCoordinates(points: GridPoints, facts: CoordinateFacts): CoordinateFit {
  if (isAngle(facts.unit)) return angles(facts);
  const fit = fitWorldFromGrid(points);
  if (fit === null) return noCoordinates();
  const quality = { ...fit, maxTrace: 0, traceCount: points.x.length, leftOutCount: 0 };
  return fitted(fit.worldFromGrid, quality, hasExtent(points), facts);
}

/** The same over every trace of a file. */
export function fitAllCoordinates(traces: TracePlaces, axes: GridAxes, facts: CoordinateFacts): CoordinateFit {
  if (isAngle(facts.unit)) return angles(facts);
  const fit = fitTraces(traces, axes);
  if (fit === null) return noCoordinates();
  const isWide = axes.inline.count > 1 || axes.crossline.count > 1;
  const { worldFromGrid, worldFit, findings } = fitted(fit.worldFromGrid, fit.quality, isWide, facts);
  return { worldFromGrid, worldFit, findings: [...findings, ...wildFindings(fit.quality, fit.leftOut)] };
}

function angles({ scalars }: CoordinateFacts): CoordinateFit {
  const message = 'Coordinates are angles (bytes 89-90), not lengths.';
  const findings = [...scalarFindings(scalars), warning('coordinates-geographic', message, GEOGRAPHIC)];
  return { worldFromGrid: null, worldFit: null, findings };
}

function noCoordinates(): CoordinateFit {
  const findings = [note('coordinates-missing', 'No trace has coordinates.', ON_NUMBERS)];
  return { worldFromGrid: null, worldFit: null, findings };
}

function fitted(
  worldFromGrid: WorldFromGrid,
  { rmsResidual, maxResidual, maxTrace, traceCount, leftOutCount }: WorldFitQuality,
  isWide: boolean,
  { scalars, unit }: CoordinateFacts,
): CoordinateFit {
  const findings = scalarFindings(scalars);
  if (unit === 'feet') findings.push(IN_FEET);
  if (isCrooked(worldFromGrid, rmsResidual, isWide)) {
    const message = `Coordinates do not follow the line numbers (residual ${rmsResidual.toPrecision(3)} RMS, ${maxResidual.toPrecision(3)} at most, at trace ${maxTrace + 1}).`;
    findings.push(warning('coordinates-irregular', message, IRREGULAR));
  }
  const worldFit = { rmsResidual, maxResidual, maxTrace, traceCount, leftOutCount };
  return { worldFromGrid, worldFit, findings };
}

/** @param isWide the traces stand on more than one position */
function isCrooked(world: WorldFromGrid, rmsResidual: number, isWide: boolean): boolean {
  const { inlineX, inlineY, crosslineX, crosslineY } = world;
  const steps = [Math.hypot(inlineX, inlineY), Math.hypot(crosslineX, crosslineY)].filter((step) => step > 0);
  return steps.length === 0 ? isWide : rmsResidual > CROOKED_SHARE * Math.min(...steps);
}

const ON_NUMBERS = {
  assumed: 'The survey is placed on its line numbers alone.',
  effect: 'Its place, direction and bin size on the ground are unknown; no amplitude changes.',
} as const;

const GEOGRAPHIC = {
  ...ON_NUMBERS,
  remedies: [
    { label: 'Take them for metres', overrides: { coordinateUnit: 'metres' } },
    { label: 'Take them for feet', overrides: { coordinateUnit: 'feet' } },
  ],
} as const;

const IN_FEET = note('coordinates-in-feet', 'Coordinates are in feet.', {
  assumed: 'Distances on the map are feet.',
  effect: 'The survey would be 3.28 times as wide in metres; no amplitude changes.',
  remedies: [{ label: 'Take them for metres', overrides: { coordinateUnit: 'metres' } }],
});

const IRREGULAR = {
  assumed: 'The grid that fits them best.',
  effect: 'Positions on the map and under the cursor are approximate; no amplitude changes.',
} as const;

const WILD = {
  assumed: 'These coordinates are mistakes, and the others place the grid.',
  effect: 'Were they meant, the grid would lie elsewhere; no amplitude changes.',
} as const;

const hasExtent = ({ inline, crossline }: GridPoints): boolean =>
  inline.some((index) => index !== inline[0]) || crossline.some((index) => index !== crossline[0]);

/** @param leftOut 0-based examples */
function wildFindings({ leftOutCount }: WorldFitQuality, leftOut: readonly number[]): Finding[] {
  if (leftOutCount === 0) return [];
  const examples = leftOut.map((trace) => trace + 1).join(', ');
  const message = `Traces with coordinates far from where their line numbers put them: ${leftOutCount} (e.g. trace ${examples}).`;
  return [warning('coordinates-wild', message, WILD)];
}

function scalarFindings(scalars: ReadonlySet<number>): Finding[] {
  const findings: Finding[] = [];
  const illegal = [...scalars].filter((scalar) => !isLegalScalar(scalar));
  if (illegal.length > 0) {
    const examples = illegal.slice(0, 4).map((scalar) => (Number.isNaN(scalar) ? 'that is no number' : scalar));
    const message = `Coordinate scalar ${examples.join(', ')} (bytes 71-72) is no power of ten.`;
    findings.push(warning('coordinate-scalar-illegal', message, illegalScalar(illegal[0]!)));
  }
  if (scalars.size > 1) {
    const message = `Traces have ${scalars.size} different coordinate scalars (bytes 71-72).`;
    findings.push(note('coordinate-scalars-differ', message, { assumed: 'Each is applied to its own trace.' }));
  }
  return findings;
}

const ONE_FACTOR = 'Distances and the place on the ground would differ by one factor; no amplitude changes.';

/** What writers meant by such a scalar is most often none, or the power of ten beside it. */
function illegalScalar(scalar: number): FindingDetails {
  if (!isScalar(scalar)) return { assumed: 'It is none: coordinates are as they are stored.', effect: ONE_FACTOR };
  const nearest = Math.sign(scalar) * 10 ** Math.min(Math.round(Math.log10(Math.abs(scalar))), 4);
  const factor = scalar > 0 ? `multiplied by ${scalar}` : `divided by ${-scalar}`;
  return {
    assumed: `It is applied as it stands: coordinates are ${factor}.`,
    effect: ONE_FACTOR,
    remedies: [...new Set([1, nearest])].map((value) => ({
      label: value === 1 ? 'Use no scalar' : `Use ${value}`,
      overrides: { scalarValue: value },
    })),
  };
}
