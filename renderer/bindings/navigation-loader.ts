/** Keeps the navigation of the line that is looked at in its store. */
import type { EngineCalls } from '../../shared/contract.ts';
import { planeKey, type SlicePlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { planeOf } from '../state/plane-positions.ts';
import { activeSurvey, type ViewerStores } from './viewer-stores.ts';

export interface NavigationLoaderOptions {
  readonly stores: Pick<ViewerStores, 'navigation' | 'session' | 'view'>;
  readonly calls: Pick<EngineCalls, 'readNavigation'>;
}

/** Lives as long as one connection. */
export class NavigationLoader {
  readonly #options: NavigationLoaderOptions;
  readonly #stopFollowing: readonly (() => void)[];
  /** Of what was last asked for; null where there is nothing to ask. */
  #asked: { readonly info: SurveyInfo; readonly key: string } | null = null;

  constructor(options: NavigationLoaderOptions) {
    this.#options = options;
    const { session, view } = options.stores;
    this.#stopFollowing = [session.subscribe(() => this.#follow()), view.subscribe(() => this.#follow())];
    this.#follow();
  }

  close(): void {
    this.#asked = null;
    for (const stop of this.#stopFollowing) stop();
  }

  #follow(): void {
    const { stores } = this.#options;
    const survey = activeSurvey(stores);
    const positions = survey === null ? undefined : stores.view.getState().positions[survey.info.id];
    if (survey?.fault !== null || survey.info.lines === null || positions === undefined) {
      this.#asked = null;
      if (stores.navigation.getState().shown !== null) stores.navigation.setState({ shown: null });
      return;
    }
    const plane = planeOf(survey.info, 'traces', positions);
    if (plane.orientation !== 'traces') return;
    const key = planeKey(plane);
    if (this.#asked?.info === survey.info && this.#asked.key === key) return;
    this.#asked = { info: survey.info, key };
    void this.#ask(survey.info, plane, key);
  }

  /** Without an answer the section has trace numbers alone; what it is asked for next is asked anew. */
  async #ask(info: SurveyInfo, plane: Extract<SlicePlane, { orientation: 'traces' }>, key: string): Promise<void> {
    const { stores, calls } = this.#options;
    const { line, index: first, count } = plane;
    if (line === undefined) return;
    const navigation = await calls
      .readNavigation({ surveyId: info.id, line, first, count, every: 1 })
      .catch(() => null);
    if (this.#asked?.info !== info || this.#asked.key !== key) return;
    stores.navigation.setState({ shown: navigation && { surveyId: info.id, plane, navigation } });
  }
}
