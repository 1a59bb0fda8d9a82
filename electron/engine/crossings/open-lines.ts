import type { CrossingProfile } from '../../../shared/crossing-calls.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex, traceIndex } from '../../../shared/units.ts';
import { inOneUnit } from '../../jobs/crossings/one-unit.ts';
import { profileNameOf } from '../profiles/profile-name.ts';
import type { SurveyRegistry } from '../survey-registry.ts';

export interface OpenLine extends CrossingProfile {
  /** Another object once the survey is read otherwise. */
  readonly info: SurveyInfo;
  readonly unit: CoordinateUnit;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Of each trace; null where the line has none. */
  readonly cdp: Int32Array | null;
}

export interface OpenLines {
  readonly lines: readonly OpenLine[];
  /** What was left out, and why: a sentence each. */
  readonly notes: readonly string[];
}

/** The 2D lines of all open surveys, in the order in which these were opened. Reads nothing. */
export function openLines(registry: Pick<SurveyRegistry, 'list' | 'get'>): OpenLines {
  const lines: OpenLine[] = [];
  const notes: string[] = [];
  for (const info of registry.list()) {
    const leftOut = (reason: string): void => void notes.push(`Left out ${info.name}: ${reason}.`);
    if (info.kind !== 'line') leftOut(info.kind === 'cube' ? 'it is a cube' : 'it holds no 2D lines');
    else if (info.lines === null) leftOut('its headers are still being read');
    info.lines?.lines.forEach(({ traceCount }, index) => {
      const name = profileNameOf(info, index);
      const range = { line: lineIndex(index), first: traceIndex(0), count: traceCount, every: 1 };
      const { positions, cdp } = registry.get(info.id).source.navigation(range);
      if (positions === null) {
        notes.push(`Left out ${name}: it has no coordinates, or they are angles.`);
        return;
      }
      const unit = info.mapping?.mapping.coordinateUnit ?? 'metres';
      const numbers = cdp.every((number) => number === cdp[0]) ? null : cdp;
      lines.push({ surveyId: info.id, line: range.line, name, info, unit, ...positions, cdp: numbers });
    });
  }
  return { lines: inOneUnit(lines, notes), notes };
}
