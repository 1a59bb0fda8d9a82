/** What the user can do about the cube file of a survey. */
import type { BuildCubeOptions } from '../../shared/cube-file.ts';
import { faultOf } from '../../shared/errors.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import { surveyOf } from '../state/session-store.ts';
import type { EngineLink } from './engine-link.ts';
import type { ViewerStores } from './viewer-stores.ts';

/** Declined offers that are remembered, newest last. */
const MOST_DECLINED = 200;

export class CubeFileCommands {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;

  constructor(stores: ViewerStores, link: EngineLink) {
    this.#stores = stores;
    this.#link = link;
  }

  show(surveyId: SurveyId): void {
    this.#stores.cubeFile.setState({ shownFor: surveyId });
  }

  hide(): void {
    this.#stores.cubeFile.setState({ shownFor: null, failure: null });
  }

  /** Where it does not succeed the dialog says why, and offers what can be done. */
  async build(surveyId: SurveyId, options: BuildCubeOptions = {}): Promise<void> {
    const { cubeFile, session } = this.#stores;
    cubeFile.setState({ failure: null });
    try {
      await this.#link.calls.buildCubeFile(surveyId, options);
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.code === 'cancelled' || surveyOf(session.getState(), surveyId) === null) return;
      cubeFile.setState({ shownFor: surveyId, failure: { surveyId, fault, folder: options.folder ?? null } });
    }
  }

  /** In a folder of the user's choice, by the system's dialog. */
  async chooseFolderAndBuild(surveyId: SurveyId): Promise<void> {
    const folder = await this.#link.calls.chooseFolder();
    if (folder !== null) await this.build(surveyId, { folder });
  }

  /** Not to be offered for this survey again; the dialog still has it. */
  decline({ path }: SurveyInfo): void {
    if (path === null) return;
    this.#stores.preferences.setState(({ declinedCubes }) => ({
      declinedCubes: [...declinedCubes.filter((declined) => declined !== path), path].slice(-MOST_DECLINED),
    }));
  }
}
