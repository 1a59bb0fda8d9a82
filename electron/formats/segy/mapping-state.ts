/** How a file is read, and why, for whoever wants to see or change it. */
import type { MappingState } from '../../../shared/mapping/segy-mapping.ts';
import type { SegyDescription } from './describe-file.ts';
import { geometryReasons } from './hypotheses/geometry-reasons.ts';
import { presetOfKind } from './hypotheses/preset-of.ts';
import { mappingOf } from './mapping-of.ts';
import type { SurveyKnowledge } from './scan-result.ts';

export function mappingState(
  description: SegyDescription,
  knowledge: SurveyKnowledge,
  origin: MappingState['origin'],
): MappingState {
  const { overrides } = description;
  const { words, choice, coordinateUnit, geometry } = knowledge;
  const { kind } = geometry;
  const split = kind === 'line' ? (geometry.lines?.split ?? overrides.split ?? 'none') : 'none';
  return {
    mapping: mappingOf(description, { words, coordinateUnit, kind, split }),
    overrides,
    origin,
    preset: presetOfKind(kind, choice, words),
    reasons: [...geometryReasons(description, knowledge), ...choice.reasons, ...description.reasons],
  };
}
