/**
 * Overrides as JSON: what `--mapping FILE` reads, the dialog saves, and the page sends. Places are text (`"189:int32"`), names
 * are those of `SegyMapping`, and of `DatasetMapping` for HDF5 files.
 */
import * as v from 'valibot';
import { CrosslineError } from '../errors.ts';
import { AXIS_ROLES_WANTED, axisRolesFromText } from '../hdf5/axis-roles.ts';
import { AXIS_VALUES_WANTED, axisValuesFromText } from '../hdf5/axis-values.ts';
import { NO_DATASET, SAMPLE_UNITS } from '../hdf5/dataset-mapping.ts';
import { SAMPLE_FORMATS } from '../sample-formats.ts';
import { placeFromText, placeText, WORD_BYTES, type HeaderPlace, type WordType } from './header-place.ts';
import { COORDINATE_UNITS, type GeometryPlaces, type LineSplit, type MappingOverrides } from './segy-mapping.ts';

/** What a bare byte number means, by the widths that the standard gives these words. */
export const DEFAULT_WORD_TYPES: Readonly<Record<keyof GeometryPlaces, WordType>> = {
  inline: 'int32',
  crossline: 'int32',
  x: 'int32',
  y: 'int32',
  scalar: 'int16',
  cdp: 'int32',
  offset: 'int32',
};

const WRITTEN_PLACE = v.union([
  v.string(),
  v.pipe(v.number(), v.integer()),
  v.object({ byte: v.number(), type: v.string() }),
]);

const placeOf = (value: string | number | { byte: number; type: string }): string =>
  typeof value === 'object' ? `${value.byte}:${value.type}` : String(value);

const place = (defaultType: WordType) =>
  v.pipe(
    WRITTEN_PLACE,
    v.rawTransform<string | number | { byte: number; type: string }, HeaderPlace>(({ dataset, addIssue, NEVER }) => {
      const text = placeOf(dataset.value);
      const found = placeFromText(text, defaultType);
      if (found !== null) return found;
      addIssue({
        message: `"${text}" is no place of a header word; write BYTE or BYTE:TYPE, TYPE one of ${Object.keys(WORD_BYTES).join(', ')}`,
      });
      return NEVER;
    }),
  );

const SPLITS = ['none', 'line', 'jumps'] as const;

/** A word by which lines are told apart is written `byte:9` on the command line; a bare place is understood too. */
const split = v.pipe(
  WRITTEN_PLACE,
  v.rawTransform<string | number | { byte: number; type: string }, LineSplit>(({ dataset, addIssue, NEVER }) => {
    const text = typeof dataset.value === 'string' ? dataset.value.trim() : placeOf(dataset.value);
    const known = SPLITS.find((name) => name === text) ?? placeFromText(text.replace(/^byte:/, ''), 'int32');
    if (known !== null) return known;
    addIssue({ message: `"${text}" is no way to tell lines apart; write ${SPLITS.join(', ')} or byte:BYTE[:TYPE]` });
    return NEVER;
  }),
);

/** As `h5ls -r` shows it; the slash at the start may be left out. */
const datasetPath = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('write the path of a dataset, e.g. /data'),
  v.transform((text) => (text === NO_DATASET || text.startsWith('/') ? text : `/${text}`)),
);

const axisRoles = v.pipe(
  v.string(),
  v.check((text) => axisRolesFromText(text) !== null, `write ${AXIS_ROLES_WANTED}: inline,crossline,sample`),
);

const axisValues = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => axisValuesFromText(text) !== null, `write ${AXIS_VALUES_WANTED}`),
);

/** A file of more samples a trace was never met; the bound keeps sizes in bytes exact. */
const MOST_SAMPLES = 2 ** 31 - 1;

const FIELDS = v.strictObject({
  container: v.optional(v.picklist(['segy', 'su'])),
  byteOrder: v.optional(v.picklist(['big', 'little'])),
  format: v.optional(v.picklist(SAMPLE_FORMATS.map(({ code }) => code))),
  samples: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_SAMPLES))),
  intervalUs: v.optional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  inline: v.optional(place(DEFAULT_WORD_TYPES.inline)),
  crossline: v.optional(place(DEFAULT_WORD_TYPES.crossline)),
  x: v.optional(place(DEFAULT_WORD_TYPES.x)),
  y: v.optional(place(DEFAULT_WORD_TYPES.y)),
  scalar: v.optional(place(DEFAULT_WORD_TYPES.scalar)),
  cdp: v.optional(place(DEFAULT_WORD_TYPES.cdp)),
  offset: v.optional(place(DEFAULT_WORD_TYPES.offset)),
  scalarValue: v.optional(v.nullable(v.pipe(v.number(), v.finite()))),
  coordinateUnit: v.optional(v.picklist(COORDINATE_UNITS)),
  kind: v.optional(v.picklist(['cube', 'line', 'gathers', 'traces'])),
  split: v.optional(split),
  domain: v.optional(v.picklist(['time', 'depth', 'unknown'])),
  delays: v.optional(v.picklist(['apply', 'ignore'])),
  dataset: v.optional(datasetPath),
  axes: v.optional(axisRoles),
  inlineValues: v.optional(axisValues),
  crosslineValues: v.optional(axisValues),
  sampleValues: v.optional(axisValues),
  sampleUnit: v.optional(v.picklist(SAMPLE_UNITS)),
  xDataset: v.optional(datasetPath),
  yDataset: v.optional(datasetPath),
});

/** An empty list would else pass for an object without fields. */
const OVERRIDES = v.pipe(
  v.custom<object>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'expected an object',
  ),
  FIELDS,
);

/** @throws CrosslineError usage, naming what is wrong and where */
export function overridesFromJson(json: unknown): MappingOverrides {
  const parsed = v.safeParse(OVERRIDES, json);
  if (parsed.success) return withoutUndefined(parsed.output);
  const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'mapping'}: ${issue.message}`);
  throw new CrosslineError({ code: 'usage', detail: `The mapping cannot be understood: ${wrong.join('; ')}` });
}

/** Left out and undefined are the same, also where properties are counted. */
const withoutUndefined = (overrides: Record<string, unknown>): MappingOverrides =>
  Object.fromEntries(Object.entries(overrides).filter(([, value]: [string, unknown]) => value !== undefined));

export const overridesToJson = (overrides: MappingOverrides): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(overrides)
      .filter(([, value]: [string, unknown]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'object' && value !== null ? placeText(value) : value]),
  );
