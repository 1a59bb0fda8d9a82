/** What the user is saying of one dataset. Fields are kept as text, as typed; what can be understood is previewed. */
import { axisRolesFromText, axisRolesText, type AxisRole } from '../../../shared/hdf5/axis-roles.ts';
import { AXIS_VALUES_WANTED, axisValuesFromText, COUNTED } from '../../../shared/hdf5/axis-values.ts';
import type { DatasetMapping } from '../../../shared/hdf5/dataset-mapping.ts';
import type { MappingOverrides, SegyMapping } from '../../../shared/mapping/segy-mapping.ts';

export type DatasetDraft = DatasetMapping & Pick<SegyMapping, 'domain' | 'coordinateUnit'>;

export type LineRole = 'inline' | 'crossline' | 'sample';

export const VALUES_FIELDS = {
  inline: 'inlineValues',
  crossline: 'crosslineValues',
  sample: 'sampleValues',
} as const satisfies Readonly<Record<LineRole, keyof DatasetMapping>>;

/** A proposal is complete; what a saved mapping leaves open is taken from `base`. */
export const draftOf = (overrides: MappingOverrides, base: DatasetDraft | null = null): DatasetDraft =>
  base === null ? (overrides as DatasetDraft) : { ...base, ...overrides };

/** Fields whose text means nothing, with what they want. */
export function wantedOf(draft: DatasetDraft): Readonly<Partial<Record<keyof DatasetDraft, string>>> {
  const fields = rolesOf(draft).flatMap((role) => (typeof role === 'number' ? [] : [VALUES_FIELDS[role]]));
  const wrong = fields.filter((field) => axisValuesFromText(draft[field]) === null);
  return Object.fromEntries(wrong.map((field) => [field, `Write ${AXIS_VALUES_WANTED}`]));
}

/** Of each axis; empty before a dataset is known. */
export const rolesOf = ({ axes }: DatasetDraft): readonly AxisRole[] => axisRolesFromText(axes) ?? [];

/**
 * Gives an axis a role; the axis that had it takes the other's. What says an axis's values goes with the axis.
 * @param shape of the dataset, which bounds where axes can be fixed
 */
export function withRole(draft: DatasetDraft, axis: number, role: AxisRole): DatasetDraft {
  const roles = rolesOf(draft);
  const earlier = roles[axis];
  if (earlier === undefined) return draft;
  const changed = roles.map((each, i) =>
    i === axis ? role : each === role && typeof role !== 'number' ? earlier : each,
  );
  const axes = axisRolesText(changed);
  // A section needs its crosslines and samples: a change that takes them away is none.
  if (axisRolesFromText(axes) === null) return draft;
  const valuesAt = (i: number): string => {
    const before = roles[i];
    return before === undefined || typeof before === 'number' ? COUNTED : draft[VALUES_FIELDS[before]];
  };
  const of = (wanted: LineRole): string => valuesAt(changed.indexOf(wanted));
  return {
    ...draft,
    axes,
    inlineValues: changed.includes('inline') ? of('inline') : COUNTED,
    crosslineValues: of('crossline'),
    sampleValues: of('sample'),
  };
}
