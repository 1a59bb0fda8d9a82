/** Which two traces the tie panel compares, or why there are none. */
import type { TiePlace } from '../../../shared/tie-calls.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { crossingAt, type CrossingRef, type FoundPlaces } from '../crossings/crossing-at.ts';
import { surveyOf, type SessionState } from '../session-store.ts';

export interface TieSubject {
  readonly place: TiePlace;
  /** Of line 1 and of line 2. */
  readonly names: readonly [string, string];
  /** Their surveys as they are read: other objects once they are read otherwise. */
  readonly infos: readonly [SurveyInfo, SurveyInfo];
}

export type TieSituation =
  | { readonly kind: 'tied'; readonly subject: TieSubject }
  /** A sentence. */
  | { readonly kind: 'untied'; readonly reason: string };

const untied = (reason: string): TieSituation => ({ kind: 'untied', reason });

export function tieSituation(found: FoundPlaces, ref: CrossingRef, session: SessionState): TieSituation {
  if (ref.kind === 'overlap')
    return untied('These lines overlap, so they have no single place to be compared at. Choose a crossing.');
  const { profile1, profile2, t11, t21 } = crossingAt(found, ref.index);
  if (profile1 === profile2) return untied(`${profile1.name} crosses itself here: a line is not tied to itself.`);
  const infoOf = (surveyId: string): SurveyInfo | null => {
    const survey = surveyOf(session, surveyId);
    return survey?.fault === null ? survey.info : null;
  };
  const [info1, info2] = [infoOf(profile1.surveyId), infoOf(profile2.surveyId)];
  if (info1 === null || info2 === null) {
    const name = info1 === null ? profile1.name : profile2.name;
    return untied(`${name} is not open, so there is no trace of it. Open its file to compare it.`);
  }
  const inDepth = [profile1, profile2].filter((_, at) => [info1, info2][at]!.samples.domain === 'depth');
  if (inDepth.length > 0) {
    const names = inDepth.map(({ name }) => name).join(' and ');
    return untied(
      `${names} ${inDepth.length === 1 ? 'is' : 'are'} in depth. Ties are shifts in time, and times and depths are never compared. ` +
        'If that is wrong, say so in how the survey is read (key M).',
    );
  }
  const [line1, line2] = [profile1, profile2].map(({ surveyId, line }) => ({ surveyId, line }));
  return {
    kind: 'tied',
    subject: {
      place: { line1: line1!, line2: line2!, t11, t21 },
      names: [profile1.name, profile2.name],
      infos: [info1, info2],
    },
  };
}

/** Whether two say the same of the same readings. */
export function isSameSituation(a: TieSituation | null, b: TieSituation | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'untied' || b.kind === 'untied')
    return a.kind === b.kind && 'reason' in a && 'reason' in b && a.reason === b.reason;
  const [one, other] = [a.subject, b.subject];
  return (
    one.infos[0] === other.infos[0] &&
    one.infos[1] === other.infos[1] &&
    one.place.line1.line === other.place.line1.line &&
    one.place.line2.line === other.place.line2.line &&
    one.place.t11 === other.place.t11 &&
    one.place.t21 === other.place.t21
  );
}
