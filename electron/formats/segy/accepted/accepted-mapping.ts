/** What is kept of a mapping that the user accepts. */
import {
  NO_OVERRIDES,
  overridesKey,
  type MappingOverrides,
  type MappingState,
} from '../../../../shared/mapping/segy-mapping.ts';
import type { AcceptedMapping } from './accepted-mappings.ts';

/** @param name of the file */
export function acceptedMapping(name: string, { mapping, overrides }: MappingState): AcceptedMapping {
  const { inline, crossline, x, y, scalar, cdp, offset } = mapping;
  const words: MappingOverrides = { inline, crossline, x, y, scalar, cdp, offset };
  const isDetected = overridesKey(overrides) === overridesKey(NO_OVERRIDES);
  // The number of samples and the kind belong to one file: a sibling may be shorter, or a line beside cubes.
  const shared: MappingOverrides = { ...overrides, samples: undefined, kind: undefined };
  return {
    name,
    acceptedMs: Date.now(),
    overrides: isDetected ? words : overrides,
    forSiblings: { ...words, ...shared },
  };
}
