/** The whole mapping by which a file is or would be read. */
import type { CoordinateUnit, LineSplit, SegyMapping } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyKind } from '../../../shared/survey.ts';
import type { SegyDescription } from './describe-file.ts';
import type { PlacedWords } from './geometry-places.ts';

export interface MappedGeometry {
  readonly words: PlacedWords;
  readonly coordinateUnit: CoordinateUnit;
  readonly kind: SurveyKind;
  readonly split: LineSplit;
}

export const mappingOf = (
  { header, layout, sampleIntervalUs, domain, overrides }: SegyDescription,
  { words, coordinateUnit, kind, split }: MappedGeometry,
): SegyMapping => ({
  ...words.places,
  container: header.container,
  byteOrder: layout.byteOrder,
  format: layout.format,
  samples: layout.sampleCount,
  intervalUs: sampleIntervalUs,
  scalarValue: words.scalarValue,
  coordinateUnit,
  kind,
  split,
  domain,
  delays: overrides.delays ?? 'apply',
});
