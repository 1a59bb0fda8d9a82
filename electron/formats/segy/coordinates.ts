/** World coordinates of traces: which values are none, and how they follow the grid. */
import type { Finding } from '../../../shared/survey.ts';
import { fitWorldFromGrid, type GridPoints } from '../../../shared/geometry/fit-world-from-grid.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import { isAngle } from './coordinate-unit.ts';
import { note, warning } from './finding.ts';
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
    const message =
      'Coordinates are angles (bytes 89-90), not lengths; the survey is placed on its line numbers alone.';
    return { worldFromGrid: null, findings: [...findings, warning('coordinates-geographic', message)] };
  }
  const fit = fitWorldFromGrid(points);
  if (fit === null) {
    const message = 'No trace has coordinates; the survey is placed on its line numbers alone.';
    return { worldFromGrid: null, findings: [note('coordinates-missing', message)] };
  }
  if (facts.unit === 'feet') findings.push(note('coordinates-in-feet', 'Coordinates are in feet.'));
  const { inlineX, inlineY, crosslineX, crosslineY } = fit.worldFromGrid;
  const steps = [Math.hypot(inlineX, inlineY), Math.hypot(crosslineX, crosslineY)].filter((step) => step > 0);
  const hasNoStep = steps.length === 0 && hasExtent(points);
  if (hasNoStep || (steps.length > 0 && fit.rmsResidual > CROOKED_SHARE * Math.min(...steps))) {
    const message = `Coordinates do not follow the line numbers (residual ${fit.rmsResidual.toPrecision(3)} RMS, ${fit.maxResidual.toPrecision(3)} at most); positions are approximate.`;
    findings.push(warning('coordinates-irregular', message));
  }
  return { worldFromGrid: fit.worldFromGrid, findings };
}

const hasExtent = ({ inline, crossline }: GridPoints): boolean =>
  inline.some((index) => index !== inline[0]) || crossline.some((index) => index !== crossline[0]);

function scalarFindings(scalars: ReadonlySet<number>): Finding[] {
  const findings: Finding[] = [];
  const illegal = [...scalars].filter((scalar) => !isLegalScalar(scalar));
  if (illegal.length > 0) {
    const message = `Coordinate scalar ${illegal.slice(0, 4).join(', ')} (bytes 71-72) is no power of ten; it is applied as it stands.`;
    findings.push(warning('coordinate-scalar-illegal', message));
  }
  if (scalars.size > 1) {
    const message = `Traces have ${scalars.size} different coordinate scalars (bytes 71-72); each is applied to its own trace.`;
    findings.push(note('coordinate-scalars-differ', message));
  }
  return findings;
}
