/** From `--along` to the section of a cube along a 2D line of another file. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { AlongInterpolation } from '../../../shared/geometry/along/trace-weights.ts';
import type { AlongPlane } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { linePlane, type PlaneOptions } from './plane-options.ts';
import type { SelectionOptions } from './selection-options.ts';

export interface AlongOptions extends Pick<PlaneOptions, 'line' | 'trace'>, SelectionOptions {
  readonly interpolation: AlongInterpolation;
}

/**
 * @param profile the survey that holds the line
 * @throws CrosslineError out-of-range; usage where it holds no line, or several and none is named
 */
export function alongPlane(options: AlongOptions, profile: SurveyInfo): AlongPlane {
  const { line, trace, interpolation, offset, stack } = options;
  if (offset !== undefined || stack !== undefined)
    throw usage('--offset and --stack are for gathers, --along for cubes');
  const lines = profile.lines?.lines ?? [];
  if (lines.length === 0) throw usage(`${profile.name} holds no 2D line to go along`);
  if (line === undefined && lines.length > 1) {
    throw usage(`${profile.name} holds ${lines.length} lines: choose one by --line`);
  }
  const plane = linePlane(line ?? '1', trace ?? null, profile);
  return { ...plane, orientation: 'along', profile: profile.id, interpolation };
}

const usage = (detail: string): CrosslineError => new CrosslineError({ code: 'usage', detail });
