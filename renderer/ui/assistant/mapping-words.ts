/** What the parts of a mapping and their values are called on the page. */
import type { MappingField } from '../../state/assistant/mapping-draft.ts';
import { fieldText } from '../../state/assistant/mapping-draft.ts';
import { SAMPLE_FORMATS } from '../../../shared/sample-formats.ts';
import type { SegyMapping } from '../../../shared/mapping/segy-mapping.ts';

const LABELS: Readonly<Record<MappingField, string>> = {
  container: 'Container',
  byteOrder: 'Byte order',
  format: 'Sample format',
  samples: 'Samples',
  intervalUs: 'Interval',
  inline: 'Inline',
  crossline: 'Crossline',
  cdp: 'CDP',
  offset: 'Offset',
  x: 'X',
  y: 'Y',
  scalar: 'Scalar',
  scalarValue: 'Fixed scalar',
  coordinateUnit: 'Unit',
  kind: 'Kind',
  split: 'Lines apart',
  domain: 'Vertical axis',
  delays: 'Delays',
};

export const fieldLabel = (field: MappingField): string => LABELS[field];

export interface ValueChoice {
  readonly value: string;
  readonly label: string;
}

export const FIELD_CHOICES = {
  container: [
    { value: 'segy', label: 'SEG-Y' },
    { value: 'su', label: 'Seismic Unix' },
  ],
  byteOrder: [
    { value: 'big', label: 'Big-endian' },
    { value: 'little', label: 'Little-endian' },
  ],
  format: SAMPLE_FORMATS.map(({ code, name }) => ({ value: String(code), label: `${code}: ${name}` })),
  coordinateUnit: [
    { value: 'metres', label: 'Metres' },
    { value: 'feet', label: 'Feet' },
    { value: 'arc-seconds', label: 'Seconds of arc' },
    { value: 'degrees', label: 'Degrees' },
    { value: 'degrees-minutes-seconds', label: 'Degrees, minutes, seconds' },
  ],
  kind: [
    { value: 'cube', label: 'Cube' },
    { value: 'line', label: '2D line' },
    { value: 'gathers', label: 'Gathers' },
    { value: 'traces', label: 'Traces' },
  ],
  split: [
    { value: 'none', label: 'One line' },
    { value: 'line', label: 'By the inline number' },
    { value: 'jumps', label: 'Where positions jump' },
  ],
  domain: [
    { value: 'time', label: 'Time' },
    { value: 'depth', label: 'Depth' },
    { value: 'unknown', label: 'Unknown' },
  ],
  delays: [
    { value: 'apply', label: 'Align traces by them' },
    { value: 'ignore', label: 'Ignore' },
  ],
} as const satisfies Partial<Record<MappingField, readonly ValueChoice[]>>;

/** As a person reads it, e.g. "Depth" or "5:int32". */
export function fieldValueText(mapping: SegyMapping, field: MappingField): string {
  const text = fieldText(mapping, field);
  const choices: readonly ValueChoice[] =
    field in FIELD_CHOICES ? FIELD_CHOICES[field as keyof typeof FIELD_CHOICES] : [];
  const chosen = choices.find(({ value }) => value === text);
  if (chosen !== undefined) return chosen.label;
  return text === '' ? 'each trace’s own' : text;
}
