/** The cards of the text headers: what a person reads first. */
import type { LineDesign } from './line-design.ts';
import { GENERATOR_VERSION, recordLengthMs, type SurveyDesign } from './survey-design.ts';

/** Begins the first card of every file of the sample; a file without it is not ours to overwrite. */
export const FIRST_CARD = 'CROSSLINE SAMPLE SURVEY';

const origin = (design: SurveyDesign): readonly string[] => [
  `${FIRST_CARD} (${design.name.toUpperCase()}), SYNTHETIC DATA`,
  'MADE FROM AN EARTH MODEL; NO FIELD DATA, NO REAL PLACE',
  `GENERATOR VERSION ${GENERATOR_VERSION}, SEED ${design.seed}`,
  '',
];

const vertical = (design: SurveyDesign, sampleIntervalUs: number): readonly string[] => [
  'DOMAIN: TWO-WAY TIME IN MS. DATUM: MEAN SEA LEVEL, 0 MS',
  `RECORD LENGTH ${recordLengthMs(design)} MS, SAMPLE INTERVAL ${sampleIntervalUs / 1000} MS, DELAY 0 MS`,
  'FORMAT: 4-BYTE IBM FLOATING POINT, BIG-ENDIAN',
  'ZERO PHASE; A POSITIVE NUMBER IS AN INCREASE OF IMPEDANCE',
  'BAND 4-20-24-76 HZ AT THE TOP, FALLING WITH TIME',
  '',
];

const horizontal: readonly string[] = [
  'COORDINATES: EASTING AND NORTHING IN THE MANNER OF UTM, METRES',
  'SCALAR -100 IN BYTES 71-72: COORDINATES ARE STORED IN WHOLE CENTIMETRES',
];

export function cubeCards(design: SurveyDesign): readonly string[] {
  const lastInline = design.firstInline + design.inlineCount - 1;
  const lastCrossline = design.firstCrossline + design.crosslineCount - 1;
  return [
    ...origin(design),
    `INLINES ${design.firstInline} TO ${lastInline}, ${design.inlineSpacingM} M APART, IN BYTES 189-192`,
    `CROSSLINES ${design.firstCrossline} TO ${lastCrossline}, ${design.crosslineSpacingM} M APART, IN BYTES 193-196`,
    'SORTED BY INLINE, THEN CROSSLINE',
    ...vertical(design, design.sampleIntervalUs),
    ...horizontal,
    'CDP X IN BYTES 181-184, CDP Y IN BYTES 185-188; ALSO IN 73-80 AND 81-88',
    `ORIGIN X ${design.originEastingM.toFixed(2)} Y ${design.originNorthingM.toFixed(2)}`,
    `CROSSLINE NUMBERS GROW ${design.rotationDeg} DEGREES ANTICLOCKWISE FROM EAST`,
  ];
}

export function lineCards(design: SurveyDesign, line: LineDesign, traceCount: number): readonly string[] {
  return [
    ...origin(design),
    `LINE ${line.name}`,
    `2D LINE, ${traceCount} TRACES ${line.traceSpacingM} M APART`,
    'CDP NUMBER IN BYTES 21-24',
    ...vertical(design, line.sampleIntervalUs),
    ...horizontal,
    'CDP X IN BYTES 73-76 AND 181-184, CDP Y IN BYTES 77-80 AND 185-188',
    'MIS-TIES, IF ANY, ARE GIVEN IN TRUTH.JSON',
  ];
}
