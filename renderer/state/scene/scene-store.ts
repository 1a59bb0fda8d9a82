/** The 3D scene: what the user wants in it, and what stands in it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SurveyId } from '../../../shared/survey.ts';
import { NO_SCENE, type FenceMode, type LineRef, type SceneSituation } from './scene-situation.ts';

export interface SceneState {
  readonly mode: FenceMode;
  readonly arePostsShown: boolean;
  /** Looked at last. */
  readonly cubeId: SurveyId | null;
  readonly lastLine: LineRef | null;
  /** The same object while nothing of it changes. */
  readonly situation: SceneSituation;
}

export type SceneStore = StoreApi<SceneState>;

export const createSceneStore = (): SceneStore =>
  createStore<SceneState>(() => ({
    mode: 'chosen',
    arePostsShown: true,
    cubeId: null,
    lastLine: null,
    situation: NO_SCENE,
  }));

const NEXT_MODE: Readonly<Record<FenceMode, FenceMode>> = { chosen: 'all', all: 'none', none: 'chosen' };

export const nextMode = ({ mode }: SceneState): Partial<SceneState> => ({ mode: NEXT_MODE[mode] });
