/** Which of two pictures of one view may be shown: never an older one after a newer one. */
import { planeKey } from '../../shared/slices.ts';
import type { SlicePicture } from './slice-picture.ts';

const cellsPerSample = ({ decimation }: SlicePicture): number => decimation.rows * decimation.columns;

/**
 * True where `candidate` may replace `shown`: it was asked for later, or it is the same plane with more detail. A coarse
 * picture is asked for when the exact one takes long, so the exact one may carry the smaller id. A coarse picture never
 * replaces a finer one of its plane.
 */
export function mayReplace(shown: SlicePicture | null, candidate: SlicePicture): boolean {
  if (shown?.surveyId !== candidate.surveyId) return true;
  if (planeKey(shown.plane) !== planeKey(candidate.plane)) return candidate.requestId > shown.requestId;
  const finer = cellsPerSample(candidate) - cellsPerSample(shown);
  return finer < 0 || (finer === 0 && candidate.requestId > shown.requestId);
}
