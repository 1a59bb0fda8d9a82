/** The changes of the session, as functions from state to state. */
import type { JobState } from '../../shared/contract.ts';
import type { CubeFileState } from '../../shared/cube-file.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { Orientation } from '../../shared/slices.ts';
import type { AmplitudeStatistics, SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { SliceWait } from '../engine-client/slice-stream.ts';
import type { ActionState } from './action-state.ts';
import type { OpenSurvey, SessionState } from './session-store.ts';

type Change = (state: SessionState) => Partial<SessionState>;

/** Finished jobs that stay listed, newest last. */
const FINISHED_JOBS_KEPT = 4;

const replacing = (surveys: readonly OpenSurvey[], id: SurveyId, change: Partial<OpenSurvey>): OpenSurvey[] =>
  surveys.map((survey) => (survey.info.id === id ? { ...survey, ...change } : survey));

export const startOpening =
  (path: string): Change =>
  ({ openings }) => ({ openings: [...openings.filter((opening) => opening.path !== path), { path, fault: null }] });

export const failOpening =
  (path: string, fault: CrosslineFault): Change =>
  ({ openings }) => ({
    openings: openings.map((opening) => (opening.path === path ? { path, fault } : opening)),
  });

export const dismissOpening =
  (path: string): Change =>
  ({ openings }) => ({ openings: openings.filter((opening) => opening.path !== path) });

/** A survey is open. Where it was open already its entry stays in its place. */
export const addSurvey =
  (openedFrom: string, info: SurveyInfo): Change =>
  (state) => {
    const isListed = state.surveys.some((survey) => survey.info.id === info.id);
    const surveys = isListed
      ? replacing(state.surveys, info.id, { info, fault: null })
      : [...state.surveys, { info, openedFrom, fault: null }];
    return { surveys, ...dismissOpening(openedFrom)(state) };
  };

/** Many at once, in one change. */
export const addSurveys =
  (opened: readonly Pick<OpenSurvey, 'info' | 'openedFrom'>[]): Change =>
  ({ surveys, openings }) => {
    const added = new Map(opened.map((survey) => [survey.info.id, { ...survey, fault: null }]));
    const listed = new Set(surveys.map(({ info }) => info.id));
    const paths = new Set(opened.map(({ openedFrom }) => openedFrom));
    return {
      surveys: [
        ...surveys.map((survey) => ({ ...survey, ...added.get(survey.info.id), openedFrom: survey.openedFrom })),
        ...[...added.values()].filter(({ info }) => !listed.has(info.id)),
      ],
      openings: openings.filter(({ path }) => !paths.has(path)),
    };
  };

export const updateSurvey =
  (info: SurveyInfo): Change =>
  ({ surveys }) => ({ surveys: replacing(surveys, info.id, { info }) });

export const failSurvey =
  (id: SurveyId, fault: CrosslineFault): Change =>
  ({ surveys }) => ({ surveys: replacing(surveys, id, { fault }) });

/** The same file under the id of a new engine, or opened once more after a fault. */
export const replaceSurvey =
  (earlierId: SurveyId, info: SurveyInfo): Change =>
  ({ surveys, statistics, cubeFiles }) => ({
    surveys: replacing(surveys, earlierId, { info, fault: null }),
    statistics: without(statistics, earlierId),
    cubeFiles: info.id === earlierId ? cubeFiles : without(cubeFiles, earlierId),
  });

export const removeSurvey =
  (id: SurveyId): Change =>
  ({ surveys, statistics, remaps, cubeFiles }) =>
    // The engine tells of each that is closed, also of those that left the list together.
    surveys.some((survey) => survey.info.id === id)
      ? {
          surveys: surveys.filter((survey) => survey.info.id !== id),
          statistics: without(statistics, id),
          remaps: without(remaps, id),
          cubeFiles: without(cubeFiles, id),
        }
      : {};

export const removeAllSurveys = (): Change => () => ({
  surveys: [],
  openings: [],
  statistics: {},
  remaps: {},
  cubeFiles: {},
});

export const setRemap =
  (id: SurveyId, remap: ActionState): Change =>
  ({ remaps }) => ({ remaps: remap.status === 'idle' ? without(remaps, id) : { ...remaps, [id]: remap } });

export const setCubeFile =
  (id: SurveyId, cubeFile: CubeFileState): Change =>
  ({ cubeFiles }) => ({ cubeFiles: { ...cubeFiles, [id]: cubeFile } });

export const setStatistics =
  (id: SurveyId, statistics: AmplitudeStatistics): Change =>
  (state) => ({ statistics: { ...state.statistics, [id]: statistics } });

export const forgetStatistics =
  (id: SurveyId): Change =>
  ({ statistics }) => ({ statistics: without(statistics, id) });

export const updateJob =
  (job: JobState): Change =>
  ({ jobs }) => {
    const isListed = jobs.some(({ id }) => id === job.id);
    const updated = isListed ? jobs.map((earlier) => (earlier.id === job.id ? job : earlier)) : [...jobs, job];
    const finished = updated.filter(({ status }) => status !== 'running');
    const forgotten = new Set(finished.slice(0, -FINISHED_JOBS_KEPT));
    return { jobs: updated.filter((entry) => !forgotten.has(entry)) };
  };

export const setSliceFault =
  (orientation: Orientation, fault: CrosslineFault | null): Change =>
  ({ sliceFaults }) => {
    if (fault === null && sliceFaults[orientation] === undefined) return {};
    const others = without(sliceFaults, orientation);
    return { sliceFaults: fault === null ? others : { ...others, [orientation]: fault } };
  };

export const setSliceWait =
  (orientation: Orientation, wait: SliceWait | null): Change =>
  ({ sliceWaits }) => {
    if (wait === null && sliceWaits[orientation] === undefined) return {};
    const others = without(sliceWaits, orientation);
    return { sliceWaits: wait === null ? others : { ...others, [orientation]: wait } };
  };

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
