/** What the sample survey is: sizes, numbering, position on the map. All else follows from this and the seed. */
import type { SampleSize } from '../../shared/contract.ts';

/** Raised whenever the written bytes change, so that an older sample is not taken for a current one. */
export const GENERATOR_VERSION = 1;

export interface SurveyDesign {
  /** Part of the cube's file name: `sample-NAME.sgy`. */
  readonly name: string;
  readonly seed: number;
  readonly inlineCount: number;
  readonly crosslineCount: number;
  readonly firstInline: number;
  readonly firstCrossline: number;
  /** Distance between neighbouring inlines, and between neighbouring crosslines, in metres. */
  readonly inlineSpacingM: number;
  readonly crosslineSpacingM: number;
  readonly sampleCount: number;
  readonly sampleIntervalUs: number;
  /** UTM easting and northing of the first trace, metres. */
  readonly originEastingM: number;
  readonly originNorthingM: number;
  /** Direction of growing crossline numbers, degrees anticlockwise from east. Growing inlines lie 90 degrees further. */
  readonly rotationDeg: number;
}

const PLACE = { originEastingM: 526_418.5, originNorthingM: 6_713_082.25, rotationDeg: 27.5 };
const LABELS = { firstInline: 1201, firstCrossline: 3401 };
const SEED = 20_260_117;

const DESIGNS: Readonly<Record<SampleSize, SurveyDesign>> = {
  /** 4 x 4.4 km, 1.5 s: 18.8 MB. A shorter record, so that 100 lines still show whole structures. */
  small: {
    ...PLACE,
    ...LABELS,
    name: 'small',
    seed: SEED,
    inlineCount: 100,
    crosslineCount: 108,
    inlineSpacingM: 40,
    crosslineSpacingM: 40,
    sampleCount: 375,
    sampleIntervalUs: 4000,
  },
  /** 10 x 12.5 km, 4 s: 848 MB. */
  medium: {
    ...PLACE,
    ...LABELS,
    name: 'medium',
    seed: SEED,
    inlineCount: 400,
    crosslineCount: 500,
    inlineSpacingM: 25,
    crosslineSpacingM: 25,
    sampleCount: 1000,
    sampleIntervalUs: 4000,
  },
  /** The ground of the medium survey in bins of half the size: 3.4 GB. */
  large: {
    ...PLACE,
    ...LABELS,
    name: 'large',
    seed: SEED,
    inlineCount: 800,
    crosslineCount: 1000,
    inlineSpacingM: 12.5,
    crosslineSpacingM: 12.5,
    sampleCount: 1000,
    sampleIntervalUs: 4000,
  },
};

export const surveyDesign = (size: SampleSize): SurveyDesign => DESIGNS[size];

/** Length of the record in ms: the time that the model is stretched over. */
export const recordLengthMs = (design: SurveyDesign): number => (design.sampleCount * design.sampleIntervalUs) / 1000;

export const cubeTraceCount = (design: SurveyDesign): number => design.inlineCount * design.crosslineCount;
