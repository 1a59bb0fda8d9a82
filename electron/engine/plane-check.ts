/** The shape of a requested plane, where the survey has it. */
import { CrosslineError } from '../../shared/errors.ts';
import { planeCounts, planeShape, type Decimation, type SlicePlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { checkAlong, checkPlane } from '../formats/check-plane.ts';

/** 1 GiB of float32: twice the largest time slice that anyone has shown us, and what one buffer may sensibly take. */
const MAX_ELEMENTS = 2 ** 28;

/** @throws CrosslineError out-of-range */
export function checkedShape(info: SurveyInfo, plane: SlicePlane, decimation: Decimation): [number, number] {
  if (plane.orientation === 'along') checkAlong(plane, decimation);
  else checkPlane(info, plane, decimation);
  const shape = planeShape(plane, planeCounts(info), decimation);
  if (shape[0] * shape[1] > MAX_ELEMENTS) {
    const [requested, available] = [shape[0] * shape[1], `at most ${MAX_ELEMENTS} samples`];
    throw new CrosslineError({ code: 'out-of-range', what: 'slice size', requested, available });
  }
  return shape;
}
