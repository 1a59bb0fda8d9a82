/** What the adjusted network says of the two lines of a crossing. */
import type { OpenTies, TieLine, TiePlace } from '../../../shared/tie-calls.ts';
import { NO_CORRECTION, type TieCorrection } from '../../../shared/ties/correction.ts';

/** Of line 1 and of line 2; of lines that were not tied, none. */
export function correctionsOf(
  open: Pick<OpenTies, 'profiles' | 'ties'>,
  { line1, line2 }: Pick<TiePlace, 'line1' | 'line2'>,
): readonly [TieCorrection, TieCorrection] {
  const of = ({ surveyId, line }: TieLine): TieCorrection => {
    const at = open.profiles.findIndex((profile) => profile.surveyId === surveyId && profile.line === line);
    return open.ties.lines[at] ?? NO_CORRECTION;
  };
  return [of(line1), of(line2)];
}
