/**
 * From the survey's grid to the map and back. A `SurveyPoint` (u, v) is normalised: u = 0..1 over the crosslines (along
 * an inline), v = 0..1 over the inlines; 2D lines reach beyond. World points are UTM easting and northing in metres.
 */
import type { SurveyDesign } from './survey-design.ts';

export interface SurveyPoint {
  readonly u: number;
  readonly v: number;
}

/** SEG-Y stores whole centimetres (coordinate scalar -100). */
export interface StoredPoint {
  readonly xCm: number;
  readonly yCm: number;
}

export interface SurveyCoordinates {
  /** Metres that u = 1 and v = 1 span. */
  readonly uLengthM: number;
  readonly vLengthM: number;
  storedFromSurvey(point: SurveyPoint): StoredPoint;
  /** Writes [u, v] of stored coordinates: the model is evaluated where a reader of the file will believe it was. */
  surveyFromStored(xCm: number, yCm: number, into: Float64Array): void;
}

export function createSurveyCoordinates(design: SurveyDesign): SurveyCoordinates {
  const uLengthM = design.crosslineCount * design.crosslineSpacingM;
  const vLengthM = design.inlineCount * design.inlineSpacingM;
  const cosine = Math.cos((design.rotationDeg * Math.PI) / 180);
  const sine = Math.sin((design.rotationDeg * Math.PI) / 180);
  return {
    uLengthM,
    vLengthM,
    storedFromSurvey({ u, v }) {
      const alongM = u * uLengthM;
      const acrossM = v * vLengthM;
      return {
        xCm: Math.round((design.originEastingM + alongM * cosine - acrossM * sine) * 100),
        yCm: Math.round((design.originNorthingM + alongM * sine + acrossM * cosine) * 100),
      };
    },
    surveyFromStored(xCm, yCm, into) {
      const eastM = xCm / 100 - design.originEastingM;
      const northM = yCm / 100 - design.originNorthingM;
      into[0] = (eastM * cosine + northM * sine) / uLengthM;
      into[1] = (northM * cosine - eastM * sine) / vLengthM;
    },
  };
}
