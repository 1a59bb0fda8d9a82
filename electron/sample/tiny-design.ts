/** A survey small enough for tests to write in a second. */
import { surveyDesign, type SurveyDesign } from './survey-design.ts';

export const TINY_DESIGN: SurveyDesign = {
  ...surveyDesign('small'),
  name: 'tiny',
  inlineCount: 7,
  crosslineCount: 9,
  inlineSpacingM: 120,
  crosslineSpacingM: 110,
  sampleCount: 125,
};
