/** The whole mapping by which a file is read, for whoever wants to see or change it. */
import type { MappingState } from '../../../shared/mapping/segy-mapping.ts';
import type { SegyDescription } from './describe-file.ts';
import { geometryReasons } from './hypotheses/geometry-reasons.ts';
import { presetOfKind } from './hypotheses/preset-of.ts';
import type { SurveyKnowledge } from './scan-result.ts';

export function mappingState(
  description: SegyDescription,
  knowledge: SurveyKnowledge,
  origin: MappingState['origin'],
): MappingState {
  const { layout, sampleIntervalUs, domain, overrides } = description;
  const { words, choice, coordinateUnit, geometry } = knowledge;
  return {
    mapping: {
      ...words.places,
      container: 'segy',
      byteOrder: layout.byteOrder,
      format: layout.format,
      samples: layout.sampleCount,
      intervalUs: sampleIntervalUs,
      scalarValue: words.scalarValue,
      coordinateUnit,
      kind: geometry.kind,
      split: geometry.kind === 'line' ? (geometry.lines?.split ?? overrides.split ?? 'none') : 'none',
      domain,
    },
    overrides,
    origin,
    preset: presetOfKind(geometry.kind, choice, words),
    reasons: [...geometryReasons(description, knowledge), ...choice.reasons, ...description.reasons],
  };
}
