/** The body of the cross job: where lines cross whose positions are known. */
import type { CrossingStages } from '../../../shared/crossing-stages.ts';
import {
  findCrossings,
  type CrossingOptions,
  type FoundCrossings,
} from '../../../shared/geometry/crossings/find-crossings.ts';
import type { ProfileLines } from '../../../shared/geometry/crossings/profile-lines.ts';
import { StageTimer } from './stage-timer.ts';

export interface CrossParameters extends Required<Pick<CrossingOptions, 'algorithm' | 'selfCrossings' | 'only'>> {
  readonly lines: ProfileLines;
}

export interface CrossResult extends FoundCrossings {
  readonly stages: CrossingStages;
}

/** @param onProgress traces */
export function crossLines(
  { lines, ...options }: CrossParameters,
  onProgress: (done: number, total: number) => void,
): CrossResult {
  const timer = new StageTimer('load');
  const traces = lines.x.length;
  const found = findCrossings(lines, {
    ...options,
    onProgress: (done, total) => onProgress(Math.round((traces * done) / total), traces),
    onStage: (stage) => timer.enter(stage),
  });
  return { ...found, stages: timer.stop() };
}
