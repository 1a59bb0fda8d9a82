/** What the engine has told: the connection, the open surveys, files being opened, jobs. The engine owns all of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineHello, JobState, RecentSurvey } from '../../shared/contract.ts';
import type { CubeFileState } from '../../shared/cube-file.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { Orientation } from '../../shared/slices.ts';
import type { SliceWait } from '../engine-client/slice-stream.ts';
import type { ActionState } from './action-state.ts';
import type { AmplitudeStatistics, SurveyId, SurveyInfo } from '../../shared/survey.ts';

export type ConnectionView =
  | { readonly status: 'connecting' }
  | { readonly status: 'ready' }
  | { readonly status: 'lost'; readonly fault: CrosslineFault; readonly attempt: number };

export interface OpenSurvey {
  readonly info: SurveyInfo;
  /** What was asked to open: a synthetic survey has no path of its own. */
  readonly openedFrom: string;
  /** Set while the survey cannot be read. */
  readonly fault: CrosslineFault | null;
}

/** A file on its way: listed until it is open, or until its fault is dismissed. */
export interface Opening {
  readonly path: string;
  readonly fault: CrosslineFault | null;
}

export interface SessionState {
  readonly connection: ConnectionView;
  /** Of the last engine that was reached. */
  readonly hello: EngineHello | null;
  readonly surveys: readonly OpenSurvey[];
  readonly openings: readonly Opening[];
  readonly jobs: readonly JobState[];
  readonly recents: readonly RecentSurvey[];
  /** Of the SEG-Y cubes whose cube file is known to be there or not. */
  readonly cubeFiles: Readonly<Record<SurveyId, CubeFileState>>;
  /** Of surveys that are being read anew by another mapping, or could not be. */
  readonly remaps: Readonly<Record<SurveyId, ActionState>>;
  readonly statistics: Readonly<Record<SurveyId, AmplitudeStatistics>>;
  /** Why the latest picture of an orientation could not be had; gone with the next picture. */
  readonly sliceFaults: Readonly<Partial<Record<Orientation, CrosslineFault>>>;
  /** Orientations whose latest picture takes long: coarse ones come first. */
  readonly sliceWaits: Readonly<Partial<Record<Orientation, SliceWait>>>;
  /** Something the user asked for that failed and has no place of its own; null once dismissed. */
  readonly notice: CrosslineFault | null;
}

export type SessionStore = StoreApi<SessionState>;

export const createSessionStore = (): SessionStore =>
  createStore<SessionState>(() => ({
    connection: { status: 'connecting' },
    hello: null,
    surveys: [],
    openings: [],
    jobs: [],
    recents: [],
    cubeFiles: {},
    remaps: {},
    statistics: {},
    sliceFaults: {},
    sliceWaits: {},
    notice: null,
  }));

export const surveyOf = (state: SessionState, id: SurveyId | null): OpenSurvey | null =>
  state.surveys.find((survey) => survey.info.id === id) ?? null;
