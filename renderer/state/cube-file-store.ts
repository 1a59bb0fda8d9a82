/** The dialog about a survey's cube file. What is known of the files themselves is the session's. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CubeFileState } from '../../shared/cube-file.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';

export interface CubeFileDialogState {
  readonly shownFor: SurveyId | null;
  /** Why the last build that was asked for did not succeed, and where it would have written. */
  readonly failure: {
    readonly surveyId: SurveyId;
    readonly fault: CrosslineFault;
    readonly folder: string | null;
  } | null;
}

export type CubeFileStore = StoreApi<CubeFileDialogState>;

export const createCubeFileStore = (): CubeFileStore =>
  createStore<CubeFileDialogState>(() => ({ shownFor: null, failure: null }));

/** A cube that is read as SEG-Y. */
export const mayHaveCubeFile = ({ kind, mapping, path }: SurveyInfo): boolean =>
  kind === 'cube' && mapping !== null && path !== null;

/** Whether a build would help: there is no file that serves slices, nor one on its way. */
export const isCubeWanted = (state: CubeFileState | undefined): boolean =>
  state?.status === 'none' || state?.status === 'lost' || (state?.status === 'unused' && state.why === 'stale');
