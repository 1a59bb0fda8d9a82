/** What the user accepted for files like this one, where it is read otherwise. */
import { placeText } from '../../../../shared/mapping/header-place.ts';
import type { MappingOverrides, SegyMapping } from '../../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../../shared/survey.ts';
import { note } from '../finding.ts';
import type { AcceptedMapping } from './accepted-mappings.ts';

/** One finding, for the latest that differs: more would hide it. */
export function siblingFindings(mapping: SegyMapping, siblings: readonly AcceptedMapping[]): Finding[] {
  const other = siblings.find(({ forSiblings }) => !isReadBy(mapping, forSiblings));
  if (other === undefined) return [];
  const message = `For ${other.name}, whose headers are like this file's, another mapping was accepted.`;
  return [
    note('accepted-for-sibling', message, {
      assumed: 'This file is read as it was detected.',
      effect: 'Line numbers, positions or amplitudes would be read as in that file.',
      remedies: [{ label: `As accepted for ${other.name}`, overrides: other.forSiblings }],
    }),
  ];
}

/** Whether the mapping has everything that the overrides ask for. */
export const isReadBy = (mapping: SegyMapping, overrides: MappingOverrides): boolean =>
  Object.entries(overrides).every(
    ([name, value]: [string, MappingOverrides[keyof MappingOverrides]]) =>
      value === undefined || fieldText(mapping[name as keyof SegyMapping]) === fieldText(value),
  );

const fieldText = (value: MappingOverrides[keyof MappingOverrides]): string =>
  typeof value === 'object' && value !== null ? placeText(value) : String(value);
