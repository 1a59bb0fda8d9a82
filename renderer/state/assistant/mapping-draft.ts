/**
 * What the user typed over a reading of a file. Fields are kept as text, as typed, so that a half-typed number is neither lost
 * nor read; what can be understood becomes overrides.
 */
import { overridesFromJson, overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import type { MappingOverrides, SegyMapping } from '../../../shared/mapping/segy-mapping.ts';

export type MappingField = keyof SegyMapping;

/** Fields that were left alone are absent. Places are `BYTE:TYPE`; an empty `scalarValue` is every trace's own. */
export type FieldEdits = Readonly<Partial<Record<MappingField, string>>>;

export const NO_EDITS: FieldEdits = {};

export interface DraftReading {
  /** Of the reading and of every edit that can be understood. */
  readonly overrides: MappingOverrides;
  /** What the others want. */
  readonly invalid: Readonly<Partial<Record<MappingField, string>>>;
}

const A_BYTE = 'A byte number, counted from 1';

const WANTED: Readonly<Partial<Record<MappingField, string>>> = {
  samples: 'A whole number, 1 or more',
  intervalUs: 'A number above 0',
  scalarValue: 'A number, or nothing for each trace’s own',
  inline: A_BYTE,
  crossline: A_BYTE,
  x: A_BYTE,
  y: A_BYTE,
  scalar: A_BYTE,
  cdp: A_BYTE,
  offset: A_BYTE,
  split: A_BYTE,
};

/** @param base what the reading itself overrides */
export function draftReading(base: MappingOverrides, edits: FieldEdits): DraftReading {
  let overrides = base;
  const invalid: Partial<Record<MappingField, string>> = {};
  for (const [field, text] of Object.entries(edits) as [MappingField, string][]) {
    const understood = understoodEdit(field, text);
    if (understood === null) invalid[field] = WANTED[field] ?? 'One of the choices';
    else overrides = { ...overrides, ...understood };
  }
  return { overrides, invalid };
}

/** Null where the text means nothing in this field. */
function understoodEdit(field: MappingField, text: string): MappingOverrides | null {
  try {
    return overridesFromJson({ [field]: valueOf(field, text.trim()) });
  } catch {
    return null;
  }
}

function valueOf(field: MappingField, text: string): string | number | null {
  switch (field) {
    case 'scalarValue':
      return text === '' ? null : numberOf(text);
    case 'format':
    case 'samples':
    case 'intervalUs':
      return text === '' ? NaN : numberOf(text);
    default:
      return text;
  }
}

/** Either decimal sign. */
const numberOf = (text: string): number => Number(text.replace(',', '.'));

/** The text of every field that the overrides settle: the inverse of `draftReading`. */
export const editsOf = (overrides: MappingOverrides): FieldEdits =>
  Object.fromEntries(Object.entries(overridesToJson(overrides)).map(([field, value]) => [field, String(value ?? '')]));

/**
 * @param text null takes the edit back; so does what the field holds without it
 * @param unedited null where that is not known
 */
export function withEdit(
  edits: FieldEdits,
  field: MappingField,
  text: string | null,
  unedited: string | null,
): FieldEdits {
  const others = Object.fromEntries(Object.entries(edits).filter(([name]) => name !== field));
  return text === null || text === unedited ? others : { ...others, [field]: text };
}

/** What a field of a whole mapping holds, as `FieldEdits` write it. */
export const fieldText = (mapping: SegyMapping, field: MappingField): string =>
  String(overridesToJson({ [field]: mapping[field] })[field] ?? '');
