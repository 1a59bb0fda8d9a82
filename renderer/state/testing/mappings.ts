/** Mappings for tests. */
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import type { SegyMapping } from '../../../shared/mapping/segy-mapping.ts';

export const STANDARD: SegyMapping = {
  container: 'segy',
  byteOrder: 'big',
  format: 1,
  samples: 75,
  intervalUs: 4000,
  inline: { byte: 189, type: 'int32' },
  crossline: { byte: 193, type: 'int32' },
  x: { byte: 181, type: 'int32' },
  y: { byte: 185, type: 'int32' },
  scalar: { byte: 71, type: 'int16' },
  cdp: { byte: 21, type: 'int32' },
  offset: { byte: 37, type: 'int32' },
  scalarValue: null,
  coordinateUnit: 'metres',
  kind: 'cube',
  split: 'none',
  domain: 'time',
  delays: 'apply',
};

export const PETREL: SegyMapping = {
  ...STANDARD,
  inline: { byte: 5, type: 'int32' },
  crossline: { byte: 21, type: 'int32' },
};

export const proposalOf = (mapping: SegyMapping, preset: string | null): MappingProposal => ({
  overrides: { inline: mapping.inline, crossline: mapping.crossline },
  mapping,
  preset,
  score: 0.5,
  reasons: ['Because.'],
  kind: mapping.kind,
  traceCount: 414,
  inline: { first: 1, last: 23, step: 1, count: 23 },
  crossline: { first: 1, last: 18, step: 1, count: 18 },
  acceptedFor: null,
});
