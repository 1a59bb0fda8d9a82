/** Whether the coordinate scalar makes sense: of itself, and by the distances that it leaves between lines. */
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../../shared/survey.ts';
import { note, warning } from '../finding.ts';
import { STANDARD_PLACES } from '../geometry-places.ts';
import type { CoordinatesEvidence } from './coordinates-evidence.ts';
import type { ProbeColumns } from './probe-columns.ts';

/** The ends of int16, which writers leave where they have nothing to say. */
const UNSET = [-(2 ** 15), 2 ** 15 - 1];
/** The same scalar as none. */
export const NO_SCALAR = 1;
/** Metres or feet from line to line. */
const LEAST_STEP = 1;
const MOST_STEP = 2000;
/** Usual ones, to be offered where the stated scalar leaves distances that no survey has. */
const OFFERED = [NO_SCALAR, -10, -100, -1000, 10, 100];

/** `NO_SCALAR` where every header looked at holds an end of int16; null where the stored scalars are used. */
export function assumedScalar(columns: ProbeColumns, { scalar, scalarValue }: MappingOverrides): number | null {
  if (scalarValue !== undefined || scalar !== undefined) return null;
  const stored = columns.of(STANDARD_PLACES.scalar);
  return stored.length > 0 && stored.every((value) => UNSET.includes(value)) ? NO_SCALAR : null;
}

export function scalarUnset(columns: ProbeColumns): Finding {
  const stored = columns.of(STANDARD_PLACES.scalar)[0]!;
  return warning('coordinate-scalar-unset', `The coordinate scalar is ${stored} (bytes 71-72), which is no scalar.`, {
    assumed: 'Coordinates are used as they are stored.',
    effect: 'Distances and the place on the ground would differ by one factor; no amplitude changes.',
    remedies: [-10, -100].map((value) => ({ label: `Use ${value}`, overrides: { scalarValue: value } })),
  });
}

/** Lines a few centimetres or many kilometres apart: the scalar is likely wrong, and which is right only the user knows. */
export function scaleFindings(
  columns: ProbeColumns,
  { kind, steps }: CoordinatesEvidence,
  { scalarValue }: MappingOverrides,
): Finding[] {
  if (kind !== 'follow' || steps === null || scalarValue !== undefined) return [];
  const isPlausible = (factor: number): boolean =>
    [steps.inline, steps.crossline].every((step) => step * factor >= LEAST_STEP && step * factor <= MOST_STEP);
  if (isPlausible(1)) return [];
  const stored = columns.of(STANDARD_PLACES.scalar)[0]!;
  const better = OFFERED.filter((value) => isPlausible(factorOf(value) / factorOf(stored)));
  const apart = `${Number(steps.inline.toPrecision(3))} and ${Number(steps.crossline.toPrecision(3))}`;
  return [
    note(
      'coordinate-scale-doubtful',
      `By their coordinates and scalar ${stored}, neighbouring lines lie ${apart} apart.`,
      {
        assumed: 'The scalar is meant (bytes 71-72).',
        effect: 'Distances and the place on the ground would differ by one factor; no amplitude changes.',
        remedies: better.map((value) => ({
          label: value === NO_SCALAR ? 'Use no scalar' : `Use ${value}`,
          overrides: { scalarValue: value },
        })),
      },
    ),
  ];
}

const factorOf = (scalar: number): number => (scalar === 0 ? 1 : scalar > 0 ? scalar : -1 / scalar);
