/** All stores of one page. */
import type { StateStorage } from 'zustand/middleware';
import { createAlongStore, type AlongStore } from '../state/along/along-store.ts';
import { createAssistantStore, type AssistantStore } from '../state/assistant/assistant-store.ts';
import { createCrossingsStore, type CrossingsStore } from '../state/crossings/crossings-store.ts';
import { createSplitStore, type SplitStore } from '../state/crossings/split-store.ts';
import { createCubeFileStore, type CubeFileStore } from '../state/cube-file-store.ts';
import { createCursorStore, type CursorStore } from '../state/cursor-store.ts';
import { createDatasetStore, type DatasetStore } from '../state/dataset/dataset-store.ts';
import { createDisplayStore, type DisplayStore } from '../state/display-store.ts';
import { createFolderStore, type FolderStore } from '../state/folder-store.ts';
import { createHeadersStore, type HeadersStore } from '../state/headers-store.ts';
import { createMapStore, type MapStore } from '../state/map/map-store.ts';
import { createNavigationStore, type NavigationStore } from '../state/navigation-store.ts';
import { createPreferencesStore, type PreferencesStore } from '../state/preferences-store.ts';
import { createSceneStore, type SceneStore } from '../state/scene/scene-store.ts';
import { createSessionStore, surveyOf, type OpenSurvey, type SessionStore } from '../state/session-store.ts';
import { createTiePanelStore, type TiePanelStore } from '../state/ties/tie-panel-store.ts';
import { createTiesStore, type TiesStore } from '../state/ties/ties-store.ts';
import { createTimingStore, type TimingStore } from '../state/timing-store.ts';
import { createViewStore, type ViewStore } from '../state/view-store.ts';

export interface ViewerStores {
  readonly session: SessionStore;
  readonly scene: SceneStore;
  readonly view: ViewStore;
  readonly display: DisplayStore;
  readonly along: AlongStore;
  readonly crossings: CrossingsStore;
  readonly split: SplitStore;
  readonly cubeFile: CubeFileStore;
  readonly cursor: CursorStore;
  readonly headers: HeadersStore;
  readonly folder: FolderStore;
  readonly assistant: AssistantStore;
  readonly dataset: DatasetStore;
  readonly map: MapStore;
  readonly navigation: NavigationStore;
  readonly tiePanel: TiePanelStore;
  readonly ties: TiesStore;
  readonly timing: TimingStore;
  readonly preferences: PreferencesStore;
}

export const createViewerStores = (storage: StateStorage): ViewerStores => ({
  session: createSessionStore(),
  scene: createSceneStore(),
  view: createViewStore(),
  display: createDisplayStore(),
  along: createAlongStore(),
  crossings: createCrossingsStore(),
  split: createSplitStore(),
  cubeFile: createCubeFileStore(),
  cursor: createCursorStore(),
  headers: createHeadersStore(),
  folder: createFolderStore(),
  assistant: createAssistantStore(),
  dataset: createDatasetStore(),
  map: createMapStore(),
  navigation: createNavigationStore(),
  tiePanel: createTiePanelStore(),
  ties: createTiesStore(),
  timing: createTimingStore(),
  preferences: createPreferencesStore(storage),
});

export const activeSurvey = ({ session, view }: Pick<ViewerStores, 'session' | 'view'>): OpenSurvey | null =>
  surveyOf(session.getState(), view.getState().activeSurveyId);
