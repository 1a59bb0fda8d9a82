/** The linked cursor in 3D: on the grid of the cube, or on a fence. */
import { sampleValueAt, type SampleAxis } from '../../../shared/axes.ts';
import { localFromGrid, type LocalFrame, type PointInLocal } from '../local-frame.ts';
import type { SurveyPosition } from '../survey-position.ts';
import { fencePoint, localHeight, type FenceLine } from './fence-line.ts';

export interface LinePlace {
  /** See `FenceLine`. */
  readonly key: string;
  /** Fractional, along the line. */
  readonly trace: number;
  /** Two-way time in ms (depth: metres); NaN where only the place is known, as on a map: the top is meant. */
  readonly sampleValue: number;
}

export class SceneCursor {
  onGrid: SurveyPosition | null = null;
  onLine: LinePlace | null = null;

  /** Null where there is none, or its line stands nowhere. */
  pointIn(frame: LocalFrame, lines: readonly FenceLine[], samples: SampleAxis | null): PointInLocal | null {
    if (this.onGrid !== null) return localFromGrid(frame, this.onGrid);
    if (this.onLine === null || samples === null) return null;
    const { key, trace, sampleValue } = this.onLine;
    const line = lines.find((each) => each.key === key);
    if (line === undefined) return null;
    const foot = fencePoint(line, frame, trace);
    const value = Number.isNaN(sampleValue) ? sampleValueAt(line.samples, 0) : sampleValue;
    return foot && { ...foot, y: localHeight(frame, samples)(value) };
  }
}
