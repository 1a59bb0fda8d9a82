import type { SamplePlace } from '../../../shared/sample-place.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';

/** The first and the last sample of a survey, by trace and on its grid. */
export function samplesToRead({ inline, crossline, samples, traceCount }: SurveyInfo): SamplePlace[] {
  const last = sampleIndex(samples.count - 1);
  const places: SamplePlace[] = [
    { trace: traceIndex(0), sample: sampleIndex(0) },
    { trace: traceIndex(traceCount - 1), sample: last },
  ];
  if (inline !== null && crossline !== null) {
    places.push({
      inline: inlineIndex(inline.count - 1),
      crossline: crosslineIndex(crossline.count - 1),
      sample: last,
    });
  }
  return places;
}
