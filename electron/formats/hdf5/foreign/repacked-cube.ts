/** Our own cube file behind filters that only HDF5's library decodes, as h5repack writes it. */
import { COUNTED } from '../../../../shared/hdf5/axis-values.ts';
import type { DatasetMapping } from '../../../../shared/hdf5/dataset-mapping.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import { CUBE_LAYOUTS, layoutAxes } from '../cube/cube-layouts.ts';
import type { ForeignNode } from './foreign-node.ts';

/** Null where it is none. */
export function repackedCube(
  nodes: readonly ForeignNode[],
): (MappingOverrides & Pick<DatasetMapping, 'dataset'>) | null {
  const has = (path: string): boolean => nodes.some((node) => node.path === path && node.dataset !== null);
  const layout = CUBE_LAYOUTS.find((each) => has(`/Cube/${each}`));
  if (layout === undefined) return null;
  const axes = layoutAxes(layout);
  const roles = (['inline', 'crossline', 'sample'] as const).toSorted((one, other) => axes[one] - axes[other]);
  const values = (name: string): string => (has(`/Meta/${name}`) ? `/Meta/${name}` : COUNTED);
  const domain = nodes.find(({ path }) => path === '/Meta')?.attributes['domain'];
  return {
    dataset: `/Cube/${layout}`,
    axes: roles.join(','),
    inlineValues: values('inline_numbers'),
    crosslineValues: values('crossline_numbers'),
    sampleValues: values('sample_values'),
    domain: domain === 'time' || domain === 'depth' ? domain : 'unknown',
    sampleUnit: domain === 'depth' ? 'm' : 'ms',
  };
}
