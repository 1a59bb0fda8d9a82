/** What a file has to offer for the values of an axis and for coordinates. */
import type { AxisRole } from '../../../shared/hdf5/axis-roles.ts';
import { COUNTED } from '../../../shared/hdf5/axis-values.ts';
import { NO_DATASET } from '../../../shared/hdf5/dataset-mapping.ts';
import type { Hdf5Dataset, Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import type { ChoiceOption } from '../controls/Choice.tsx';

/** Stands for a text of the user's own. */
export const TYPED = 'typed';

/** Datasets with a number for each position, and what else there is. */
export const axisSources = ({ nodes }: Hdf5Outline, count: number): ChoiceOption<string>[] => [
  { value: COUNTED, label: 'Counted from 0' },
  ...nodes
    .filter(({ dataset }) => dataset?.isNumeric === true && dataset.shape.length === 1 && dataset.shape[0] === count)
    .map(({ path }) => ({ value: path, label: path })),
  { value: TYPED, label: 'First:step' },
];

/** Datasets with a number for each trace. */
export function coordinateSources(
  { nodes }: Hdf5Outline,
  { shape }: Hdf5Dataset,
  roles: readonly AxisRole[],
): ChoiceOption<string>[] {
  const sizeOf = (role: AxisRole): number => shape[roles.indexOf(role)] ?? 1;
  const traces = sizeOf('inline') * sizeOf('crossline');
  const rank = roles.includes('inline') ? 2 : 1;
  const found = nodes.filter(
    ({ dataset }) =>
      dataset?.isNumeric === true &&
      dataset.shape.length === rank &&
      dataset.shape.reduce((product, size) => product * size, 1) === traces,
  );
  return [{ value: NO_DATASET, label: 'None' }, ...found.map(({ path }) => ({ value: path, label: path }))];
}
