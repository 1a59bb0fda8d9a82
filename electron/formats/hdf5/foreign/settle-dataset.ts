/** One complete way to read a dataset: what the user says, and for the rest what is likely. */
import { CrosslineError } from '../../../../shared/errors.ts';
import { axisRolesFromText, axisRolesText, type AxisRole } from '../../../../shared/hdf5/axis-roles.ts';
import { COUNTED } from '../../../../shared/hdf5/axis-values.ts';
import { DATASET_FIELDS, type DatasetMapping } from '../../../../shared/hdf5/dataset-mapping.ts';
import type { MappingOverrides, SegyMapping } from '../../../../shared/mapping/segy-mapping.ts';
import { canBeSurvey, guessDataset, isDataset, type DatasetGuess } from './dataset-guess.ts';
import type { ForeignDataset, ForeignNode } from './foreign-node.ts';

export interface SettledDataset extends DatasetMapping, Pick<SegyMapping, 'domain' | 'coordinateUnit'> {
  readonly node: ForeignNode & { readonly dataset: ForeignDataset };
  readonly roles: readonly AxisRole[];
}

export const overridesOfGuess = (guess: DatasetGuess): MappingOverrides & DatasetMapping => ({
  dataset: guess.path,
  axes: axisRolesText(guess.roles),
  ...valuesByRole(guess.roles, guess.values),
  sampleUnit: guess.sampleUnit,
  xDataset: guess.xDataset,
  yDataset: guess.yDataset,
  domain: guess.domain,
  coordinateUnit: guess.coordinateUnit,
});

/** Values belong to axes: where the user gives an axis another role, they go with it. */
function valuesByRole(
  roles: readonly AxisRole[],
  values: readonly string[],
): Pick<DatasetMapping, 'inlineValues' | 'crosslineValues' | 'sampleValues'> {
  const of = (role: AxisRole): string => values[roles.indexOf(role)] ?? COUNTED;
  return { inlineValues: of('inline'), crosslineValues: of('crossline'), sampleValues: of('sample') };
}

/**
 * @param overrides `dataset` among them
 * @throws CrosslineError usage where they do not fit the file
 */
export function settleDataset(
  overrides: MappingOverrides & Pick<DatasetMapping, 'dataset'>,
  nodes: readonly ForeignNode[],
): SettledDataset {
  const { dataset: path } = overrides;
  const node = nodes.find((each) => each.path === path);
  if (node === undefined || !isDataset(node)) throw wrong(`the file has no dataset ${path}`);
  if (!canBeSurvey(node)) {
    throw wrong(`${path} is no survey: it takes numbers along at least two axes of more than one position`);
  }
  const guess = guessDataset(node, nodes);
  const roles = overrides.axes === undefined ? guess.roles : axisRolesFromText(overrides.axes);
  const { shape } = node.dataset;
  if (roles?.length !== shape.length) {
    const axes = `${path} has ${shape.length} axes, ${shape.join(' x ')}`;
    throw wrong(`${axes}; say of each what it is, not ${overrides.axes ?? 'nothing'}`);
  }
  const outside = roles.findIndex((role, axis) => typeof role === 'number' && role >= shape[axis]!);
  if (outside >= 0) {
    throw wrong(`axis ${outside + 1} of ${path} has the positions 0 to ${shape[outside]! - 1}, not ${roles[outside]!}`);
  }
  const given = Object.fromEntries(
    Object.entries(overrides).filter(([, value]: [string, unknown]) => value !== undefined),
  );
  return {
    ...overridesOfGuess(guess),
    ...valuesByRole(roles, guess.values),
    domain: guess.domain,
    coordinateUnit: guess.coordinateUnit,
    ...(given as Partial<DatasetMapping>),
    node,
    roles,
  };
}

export const wrong = (detail: string): CrosslineError => new CrosslineError({ code: 'usage', detail });

/** All of it, as it is kept. */
export function overridesOfSettled(settled: SettledDataset): MappingOverrides {
  const fields = [...DATASET_FIELDS, 'domain', 'coordinateUnit'] as const;
  return Object.fromEntries(fields.map((field) => [field, settled[field]]));
}
