/** The mapping assistant at work: asks for readings and previews of one file, and reads the file by what was chosen. */
import { CrosslineError, faultOf } from '../../../shared/errors.ts';
import { overridesFromJson } from '../../../shared/mapping/mapping-json.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { Clock } from '../../engine-client/clock.ts';
import { PreviewQueue } from '../../engine-client/preview-queue.ts';
import { RUNNING } from '../../state/action-state.ts';
import * as changes from '../../state/assistant/assistant-changes.ts';
import { CLOSED_ASSISTANT } from '../../state/assistant/assistant-store.ts';
import { editsOf, type MappingField } from '../../state/assistant/mapping-draft.ts';
import type { OpenSurvey } from '../../state/session-store.ts';
import type { EngineLink } from '../engine-link.ts';
import type { ViewerStores } from '../viewer-stores.ts';

/** Typing is followed, but not letter by letter. */
const TYPING_PAUSE_MS = 150;

export class MappingAssistant {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;
  readonly #clock: Clock;
  #previews: PreviewQueue | null = null;
  #stopWaiting: () => void = () => undefined;

  constructor(stores: ViewerStores, link: EngineLink, clock: Clock) {
    this.#stores = stores;
    this.#link = link;
    this.#clock = clock;
  }

  /** Of the file that is looked at; null while none is. */
  get previews(): PreviewQueue | null {
    return this.#previews;
  }

  /** @param edits overrides to begin with, over the reading that is looked at first */
  async open(path: string, edits: MappingOverrides = {}): Promise<void> {
    this.close();
    const previews = new PreviewQueue((overrides) => this.#link.calls.previewMapping(path, overrides));
    this.#previews = previews;
    this.#assistant.setState(changes.openAssistant(path));
    previews.subscribe(() => this.#settle());
    const isCurrent = (): boolean => this.#previews === previews;
    const present = (): OpenSurvey['info']['mapping'] => this.#survey(path)?.info.mapping ?? null;
    try {
      const proposals = await this.#link.calls.proposeMappings(path);
      if (!isCurrent()) return;
      this.#assistant.setState(changes.settleReadings(proposals, present()));
    } catch (thrown) {
      if (!isCurrent()) return;
      // What cannot be proposed can still be read as the user says.
      this.#assistant.setState(changes.settleReadings([], present()));
      this.#assistant.setState({ proposing: { status: 'failed', fault: faultOf(thrown) } });
    }
    for (const [field, text] of Object.entries(editsOf(edits)) as [MappingField, string][]) {
      this.#assistant.setState(changes.editField(field, text));
    }
    this.#look();
    previews.fill(this.#assistant.getState().readings.flatMap(({ proposal }) => proposal?.overrides ?? []));
  }

  close(): void {
    this.#stopWaiting();
    this.#previews?.close();
    this.#previews = null;
    this.#assistant.setState(CLOSED_ASSISTANT);
  }

  choose(id: string): void {
    this.#assistant.setState(changes.chooseReading(id));
    this.#look();
  }

  /** @param text as typed or chosen; null takes the user's change back */
  edit(field: MappingField, text: string | null): void {
    this.#assistant.setState(changes.editField(field, text));
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(TYPING_PAUSE_MS, () => this.#look());
  }

  resetAll(): void {
    this.#assistant.setState(changes.resetEdits);
    this.#look();
  }

  setKept(isKept: boolean): void {
    this.#assistant.setState({ isKept });
  }

  /** Another way to read the file, from a mapping that was saved. */
  load(name: string, text: string): void {
    try {
      this.#assistant.setState(changes.addLoadedReading(name, overridesFromJson(parsed(name, text))));
    } catch (thrown) {
      this.#assistant.setState({ applying: { status: 'failed', fault: faultOf(thrown) } });
      return;
    }
    this.#look();
  }

  /** Reads the file by the chosen reading, and closes; keeps the mapping where the user wants that. */
  async apply(): Promise<void> {
    const draft = changes.chosenDraft(this.#assistant.getState());
    const { isKept } = this.#assistant.getState();
    if (draft === null || Object.keys(draft.invalid).length > 0) return;
    await this.#applying(async (path) => {
      const survey = this.#survey(path);
      const { calls } = this.#link;
      const info =
        survey === null
          ? await calls.openSurvey(path, draft.overrides)
          : await calls.remapSurvey(survey.info.id, draft.overrides);
      if (survey === null) this.#link.adopt(path, info);
      else this.#link.follow(info);
      if (isKept) await calls.acceptMapping(info.id);
    });
  }

  /** Forgets what was kept for the file, too. Only for a file that is open. */
  async applyDetected(): Promise<void> {
    await this.#applying(async (path) => {
      const survey = this.#survey(path);
      if (survey !== null) this.#link.follow(await this.#link.calls.forgetMapping(survey.info.id));
    });
  }

  get #assistant(): ViewerStores['assistant'] {
    return this.#stores.assistant;
  }

  async #applying(act: (path: string) => Promise<void>): Promise<void> {
    const { path, applying } = this.#assistant.getState();
    if (path === null || applying.status === 'running') return;
    const previews = this.#previews;
    this.#assistant.setState({ applying: RUNNING });
    try {
      await act(path);
      if (this.#previews === previews) this.close();
    } catch (thrown) {
      if (this.#previews === previews)
        this.#assistant.setState({ applying: { status: 'failed', fault: faultOf(thrown) } });
    }
  }

  /** Previews what can be understood of the chosen reading; where something cannot, the last picture stays. */
  #look(): void {
    this.#stopWaiting();
    const draft = changes.chosenDraft(this.#assistant.getState());
    if (draft === null || Object.keys(draft.invalid).length > 0) return;
    this.#previews?.show(draft.overrides);
    this.#settle();
  }

  #settle(): void {
    const draft = changes.chosenDraft(this.#assistant.getState());
    const outcome = draft === null ? null : this.#previews?.outcomeOf(draft.overrides);
    const mapping = outcome?.status === 'ready' ? outcome.preview.info.mapping : null;
    if (mapping !== null) this.#assistant.setState(changes.settleMapping(mapping.mapping));
  }

  #survey(path: string): OpenSurvey | null {
    return this.#stores.session.getState().surveys.find(({ info }) => info.path === path) ?? null;
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CrosslineError({ code: 'usage', detail: `${name} is no JSON: ${String(error)}` }, { cause: error });
  }
}
