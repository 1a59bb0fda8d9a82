/** World coordinates of traces: which values are none, and how they follow the grid. */
import type { Finding } from '../../../shared/survey.ts';
import { fitWorldFromGrid, type GridPoints } from '../../../shared/geometry/fit-world-from-grid.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import { isAngle } from './coordinate-unit.ts';
import { note, warning, type FindingDetails } from './finding.ts';
import { isLegalScalar } from './scaled-words.ts';

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

/** Both zero means unset; writers mark dead traces with the ends of int32. */
export const isCoordinate = (x: number, y: number): boolean =>
  (x !== 0 || y !== 0) && x > INT32_MIN && y > INT32_MIN && x < INT32_MAX && y < INT32_MAX;

/** What the coordinate words of all traces looked at have in common. */
export interface CoordinateFacts {
  /** Distinct ones. */
  readonly scalars: ReadonlySet<number>;
  readonly unit: CoordinateUnit;
}

export interface CoordinateFit {
  readonly worldFromGrid: WorldFromGrid | null;
  readonly findings: readonly Finding[];
}

/** Rounding of coordinates to their scalar leaves less than this share of a bin; more means a crooked grid. */
const CROOKED_SHARE = 0.25;

/** Fits the grid and says what is doubtful. Angles are never taken for lengths. */
export function fitCoordinates(points: GridPoints, facts: CoordinateFacts): CoordinateFit {
  const findings = scalarFindings(facts.scalars);
  if (isAngle(facts.unit)) {
    const message = 'Coordinates are angles (bytes 89-90), not lengths.';
    return { worldFromGrid: null, findings: [...findings, warning('coordinates-geographic', message, GEOGRAPHIC)] };
  }
  const fit = fitWorldFromGrid(points);
  if (fit === null) {
    return { worldFromGrid: null, findings: [note('coordinates-missing', 'No trace has coordinates.', ON_NUMBERS)] };
  }
  if (facts.unit === 'feet') findings.push(IN_FEET);
  const { inlineX, inlineY, crosslineX, crosslineY } = fit.worldFromGrid;
  const steps = [Math.hypot(inlineX, inlineY), Math.hypot(crosslineX, crosslineY)].filter((step) => step > 0);
  const hasNoStep = steps.length === 0 && hasExtent(points);
  if (hasNoStep || (steps.length > 0 && fit.rmsResidual > CROOKED_SHARE * Math.min(...steps))) {
    const message = `Coordinates do not follow the line numbers (residual ${fit.rmsResidual.toPrecision(3)} RMS, ${fit.maxResidual.toPrecision(3)} at most).`;
    findings.push(warning('coordinates-irregular', message, IRREGULAR));
  }
  return { worldFromGrid: fit.worldFromGrid, findings };
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

const hasExtent = ({ inline, crossline }: GridPoints): boolean =>
  inline.some((index) => index !== inline[0]) || crossline.some((index) => index !== crossline[0]);

function scalarFindings(scalars: ReadonlySet<number>): Finding[] {
  const findings: Finding[] = [];
  const illegal = [...scalars].filter((scalar) => !isLegalScalar(scalar));
  if (illegal.length > 0) {
    const message = `Coordinate scalar ${illegal.slice(0, 4).join(', ')} (bytes 71-72) is no power of ten.`;
    findings.push(warning('coordinate-scalar-illegal', message, illegalScalar(illegal[0]!)));
  }
  if (scalars.size > 1) {
    const message = `Traces have ${scalars.size} different coordinate scalars (bytes 71-72).`;
    findings.push(note('coordinate-scalars-differ', message, { assumed: 'Each is applied to its own trace.' }));
  }
  return findings;
}

/** What writers meant by such a scalar is most often none, or the power of ten beside it. */
function illegalScalar(scalar: number): FindingDetails {
  const nearest = Math.sign(scalar) * 10 ** Math.min(Math.round(Math.log10(Math.abs(scalar))), 4);
  const factor = scalar > 0 ? `multiplied by ${scalar}` : `divided by ${-scalar}`;
  return {
    assumed: `It is applied as it stands: coordinates are ${factor}.`,
    effect: 'Distances and the place on the ground would differ by one factor; no amplitude changes.',
    remedies: [...new Set([1, nearest])].map((value) => ({
      label: value === 1 ? 'Use no scalar' : `Use ${value}`,
      overrides: { scalarValue: value },
    })),
  };
}
