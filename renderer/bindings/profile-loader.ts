/** Keeps the profile board at the lines of the open surveys: only those that came or changed are asked for. */
import type { EngineCalls } from '../../shared/contract.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { ProfileBoard } from '../engine-client/profile-board.ts';
import type { ViewerStores } from './viewer-stores.ts';

export interface ProfileLoaderOptions {
  readonly stores: Pick<ViewerStores, 'session'>;
  readonly calls: Pick<EngineCalls, 'readProfiles'>;
  readonly profiles: ProfileBoard;
}

/** A few megabytes an answer, so that a thousand lines come to be seen little by little and pictures pass between them. */
const SURVEYS_A_CALL = 32;

/** Lives as long as one connection. */
export class ProfileLoader {
  readonly #options: ProfileLoaderOptions;
  readonly #stopFollowing: () => void;
  /** What the board has, or is being asked for, of each survey. */
  readonly #known = new Map<SurveyId, SurveyInfo>();
  #isAsking = false;
  #isClosed = false;

  constructor(options: ProfileLoaderOptions) {
    this.#options = options;
    this.#stopFollowing = options.stores.session.subscribe(({ surveys }, earlier) => {
      if (surveys !== earlier.surveys) this.#follow();
    });
    // What an earlier connection has left is of surveys that were opened anew.
    options.profiles.remove([...new Set(options.profiles.profiles.map(({ surveyId }) => surveyId))]);
    this.#follow();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopFollowing();
  }

  #follow(): void {
    const wanted = this.#wanted();
    const gone = [...this.#known.keys()].filter((id) => !wanted.has(id));
    for (const id of gone) this.#known.delete(id);
    this.#options.profiles.remove(gone);
    if (!this.#isAsking) void this.#ask();
  }

  /** Surveys whose lines are known, and that can be read. */
  #wanted(): Map<SurveyId, SurveyInfo> {
    const { surveys } = this.#options.stores.session.getState();
    const withLines = surveys.filter(({ info, fault }) => info.lines !== null && fault === null);
    return new Map(withLines.map(({ info }) => [info.id, info]));
  }

  /** One call at a time, until nothing is missing. A failure leaves the lines off until their survey changes. */
  async #ask(): Promise<void> {
    this.#isAsking = true;
    const { calls, profiles } = this.#options;
    for (let next = this.#missing(); next.length > 0; next = this.#missing()) {
      for (const info of next) this.#known.set(info.id, info);
      const read = await calls.readProfiles(next.map(({ id }) => id)).catch(() => null);
      if (this.#isClosed) return;
      // Of those that were closed or changed meanwhile the answer is stale.
      const wanted = this.#wanted();
      const current = next.filter((info) => wanted.get(info.id) === info).map(({ id }) => id);
      if (read !== null) profiles.put(current, read);
    }
    this.#isAsking = false;
  }

  #missing(): readonly SurveyInfo[] {
    return [...this.#wanted().values()].filter((info) => this.#known.get(info.id) !== info).slice(0, SURVEYS_A_CALL);
  }
}
