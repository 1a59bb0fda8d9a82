/** What coordinates measure. */
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';

/** Codes of trace header bytes 89-90 (rev 2.1); 1 and everything else is length. */
const ANGLES: Readonly<Record<number, CoordinateUnit>> = {
  2: 'arc-seconds',
  3: 'degrees',
  4: 'degrees-minutes-seconds',
};

/** Binary header bytes 3255-3256. */
const FEET = 2;

/** One trace that says angle is enough: angles are never taken for lengths. */
export function coordinateUnitOf(codes: Iterable<number>, measurementSystem: number): CoordinateUnit {
  for (const code of codes) {
    const angle = ANGLES[code];
    if (angle !== undefined) return angle;
  }
  return measurementSystem === FEET ? 'feet' : 'metres';
}

export const isAngle = (unit: CoordinateUnit): boolean => unit !== 'metres' && unit !== 'feet';
