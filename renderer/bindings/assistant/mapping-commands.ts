/** How a file is read, changed in the engine: for the health report, which mends open surveys, and for the assistant. */
import { faultOf } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import { IDLE, RUNNING } from '../../state/action-state.ts';
import { setRemap } from '../../state/session-changes.ts';
import type { EngineLink } from '../engine-link.ts';
import type { ViewerStores } from '../viewer-stores.ts';

export class MappingCommands {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;

  constructor(stores: ViewerStores, link: EngineLink) {
    this.#stores = stores;
    this.#link = link;
  }

  /** Reads an open survey by these overrides instead of those that it is read by. */
  async read(id: SurveyId, overrides: MappingOverrides): Promise<void> {
    await this.#changing(id, (calls) => calls.remapSurvey(id, overrides));
  }

  /** Forgets what was kept for the file, too. */
  async readAsDetected(id: SurveyId): Promise<void> {
    await this.#changing(id, (calls) => calls.forgetMapping(id));
  }

  /** The file is read so whenever it is opened, and files alike are offered to be. */
  async keep(id: SurveyId): Promise<void> {
    await this.#changing(id, async (calls) => {
      await calls.acceptMapping(id);
      return null;
    });
  }

  /** How it gets on is told of the survey: `remaps` of the session. */
  async #changing(id: SurveyId, change: (calls: EngineLink['calls']) => Promise<SurveyInfo | null>): Promise<void> {
    const { session } = this.#stores;
    session.setState(setRemap(id, RUNNING));
    try {
      const info = await change(this.#link.calls);
      if (info !== null) this.#link.follow(info);
      session.setState(setRemap(id, IDLE));
    } catch (thrown) {
      session.setState(setRemap(id, { status: 'failed', fault: faultOf(thrown) }));
    }
  }
}
