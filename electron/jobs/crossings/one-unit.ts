import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';

export interface LineInUnit {
  readonly name: string;
  readonly unit: CoordinateUnit;
  readonly x: Float64Array;
}

/** A crossing of metres and feet would be one of nowhere: the unit of most traces counts. */
export function inOneUnit<Line extends LineInUnit>(lines: readonly Line[], notes: string[]): readonly Line[] {
  const traces = new Map<CoordinateUnit, number>();
  for (const { unit, x } of lines) traces.set(unit, (traces.get(unit) ?? 0) + x.length);
  const [first] = [...traces].toSorted((a, b) => b[1] - a[1]);
  return lines.filter(({ unit, name }) => {
    if (unit === first![0]) return true;
    notes.push(`Left out ${name}: its coordinates are in ${unit}, those of the others in ${first![0]}.`);
    return false;
  });
}
