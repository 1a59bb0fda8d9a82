/** How a dataset of an HDF5 file is to be read as a survey. All of it is text, as the command line takes it. */

/** Of the values of the vertical axis; they become milliseconds or metres. */
export const SAMPLE_UNITS = ['s', 'ms', 'us', 'm', 'km', 'ft'] as const;

export type SampleUnit = (typeof SAMPLE_UNITS)[number];

/** Milliseconds, or metres, in one of each. */
export const SAMPLE_UNIT_FACTORS: Readonly<Record<SampleUnit, number>> = {
  s: 1000,
  ms: 1,
  us: 0.001,
  m: 1,
  km: 1000,
  ft: 0.3048,
};

/** Where the file has no coordinates, or none are wanted. */
export const NO_DATASET = 'none';

export interface DatasetMapping {
  /** Its path from the root: `/data`. */
  readonly dataset: string;
  /** See `axisRolesFromText`. */
  readonly axes: string;
  /** See `axisValuesFromText`. */
  readonly inlineValues: string;
  readonly crosslineValues: string;
  readonly sampleValues: string;
  readonly sampleUnit: SampleUnit;
  /** Datasets with a coordinate for each trace, [inline, crossline] (of a section: [crossline]), or `none`. */
  readonly xDataset: string;
  readonly yDataset: string;
}

export const DATASET_FIELDS = [
  'dataset',
  'axes',
  'inlineValues',
  'crosslineValues',
  'sampleValues',
  'sampleUnit',
  'xDataset',
  'yDataset',
] as const satisfies readonly (keyof DatasetMapping)[];
