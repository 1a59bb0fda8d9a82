/** Positions of all lines of some surveys, with what their levels of detail are chosen by. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { measureDetail } from '../../../shared/geometry/detail/profile-detail.ts';
import { packProfiles } from '../../../shared/geometry/crossings/profile-lines.ts';
import type { OpenProfile, OpenProfiles, PlacelessProfile } from '../../../shared/profile-calls.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex, traceIndex } from '../../../shared/units.ts';
import type { OpenSurvey } from '../open-survey.ts';
import type { SurveyRegistry } from '../survey-registry.ts';
import { profileNameOf } from './profile-name.ts';

/** Traces of one turn of the event loop: measuring them takes a millisecond or two. */
const TRACES_A_TURN = 20_000;

interface ReadProfile extends OpenProfile {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cdp: Int32Array;
  readonly detail: Float32Array;
}

/**
 * Reads no file: positions are in memory once a survey's headers are read. Surveys that hold no lines, whose headers are not
 * read yet, or that were closed meanwhile, give none.
 */
export async function readProfiles(
  registry: Pick<SurveyRegistry, 'list' | 'get'>,
  surveyIds: readonly SurveyId[],
): Promise<OpenProfiles> {
  const profiles: ReadProfile[] = [];
  const placeless: PlacelessProfile[] = [];
  let traces = 0;
  for (const surveyId of surveyIds) {
    const survey = registry.list().some(({ id }) => id === surveyId) ? registry.get(surveyId) : null;
    const lineCount = survey?.source.info.lines?.lines.length ?? 0;
    for (let line = 0; survey !== null && line < lineCount; line += 1) {
      const profile = profileOf(survey, line);
      if ('reason' in profile) placeless.push(profile);
      else profiles.push(profile);
      traces += 'x' in profile ? profile.x.length : 0;
      if (traces < TRACES_A_TURN) continue;
      traces = 0;
      await nextTurn();
    }
  }
  return {
    profiles: profiles.map(({ surveyId, line, name, unit }) => ({ surveyId, line, name, unit })),
    positions: packProfiles(profiles),
    cdp: joined(profiles, Int32Array, ({ cdp }) => cdp),
    detail: joined(profiles, Float32Array, ({ detail }) => detail),
    placeless,
  };
}

function profileOf({ source }: OpenSurvey, index: number): ReadProfile | PlacelessProfile {
  const { info } = source;
  const { traceCount } = info.lines!.lines[index]!;
  const name = profileNameOf(info, index);
  const line = lineIndex(index);
  const of = { surveyId: info.id, line, name };
  const { positions, cdp } = source.navigation({ line, first: traceIndex(0), count: traceCount, every: 1 });
  if (positions === null) return { ...of, reason: placelessReason(info) };
  const detail = new Float32Array(traceCount);
  measureDetail(positions.x, positions.y, detail);
  return { ...of, unit: unitOf(info), x: positions.x, y: positions.y, cdp, detail };
}

const unitOf = ({ mapping }: SurveyInfo): OpenProfile['unit'] => mapping?.mapping.coordinateUnit ?? 'metres';

function placelessReason(info: SurveyInfo): string {
  const unit = unitOf(info);
  return unit === 'metres' || unit === 'feet'
    ? 'its trace headers hold no coordinates'
    : `its coordinates are angles (${unit.replaceAll('-', ' ')}), which no map projection is known for`;
}

function joined<Values extends Int32Array | Float32Array>(
  profiles: readonly ReadProfile[],
  create: new (length: number) => Values,
  valuesOf: (profile: ReadProfile) => Values,
): Values {
  const all = new create(profiles.reduce((sum, { x }) => sum + x.length, 0));
  let at = 0;
  for (const profile of profiles) {
    all.set(valuesOf(profile), at);
    at += profile.x.length;
  }
  return all;
}
