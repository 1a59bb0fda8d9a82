/** The dialog of an HDF5 file at work: asks what the file holds and how it would look, and reads it by what was chosen. */
import { CrosslineError, faultOf } from '../../../shared/errors.ts';
import { overridesFromJson } from '../../../shared/mapping/mapping-json.ts';
import type { Clock } from '../../engine-client/clock.ts';
import { PreviewQueue } from '../../engine-client/preview-queue.ts';
import { RUNNING } from '../../state/action-state.ts';
import { wantedOf, type DatasetDraft } from '../../state/dataset/dataset-draft.ts';
import * as changes from '../../state/dataset/dataset-store.ts';
import type { OpenSurvey } from '../../state/session-store.ts';
import type { EngineLink } from '../engine-link.ts';
import type { ViewerStores } from '../viewer-stores.ts';

/** Typing is followed, but not letter by letter. */
const TYPING_PAUSE_MS = 150;

export class DatasetChooser {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;
  readonly #clock: Clock;
  #previews: PreviewQueue | null = null;
  #stopWaiting: () => void = () => undefined;

  constructor(stores: ViewerStores, link: EngineLink, clock: Clock) {
    this.#stores = stores;
    this.#link = link;
    this.#clock = clock;
    this.#followOpenings();
  }

  /** Of the file that is looked at; null while none is. */
  get previews(): PreviewQueue | null {
    return this.#previews;
  }

  async open(path: string): Promise<void> {
    this.close();
    const previews = new PreviewQueue((overrides) => this.#link.calls.previewMapping(path, overrides));
    this.#previews = previews;
    this.#datasets.setState(changes.openDatasets(path));
    try {
      const outline = await this.#link.calls.outlineHdf5(path);
      if (this.#previews !== previews) return;
      this.#datasets.setState(changes.settleOutline(outline, this.#survey(path)?.info.dataset ?? null));
    } catch (thrown) {
      if (this.#previews === previews)
        this.#datasets.setState({ listing: { status: 'failed', fault: faultOf(thrown) } });
    }
    this.#look();
  }

  close(): void {
    this.#stopWaiting();
    this.#previews?.close();
    this.#previews = null;
    this.#datasets.setState(changes.CLOSED_DATASET);
  }

  choose(dataset: string): void {
    this.#datasets.setState(changes.chooseDataset(dataset));
    this.#look();
  }

  change(change: (draft: DatasetDraft) => DatasetDraft): void {
    this.#datasets.setState(changes.changeDraft(change));
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(TYPING_PAUSE_MS, () => this.#look());
  }

  reset(): void {
    this.#datasets.setState(changes.resetDraft);
    this.#look();
  }

  setKept(isKept: boolean): void {
    this.#datasets.setState({ isKept });
  }

  /** A mapping that was saved. */
  load(name: string, text: string): void {
    try {
      this.#datasets.setState(changes.loadOverrides(overridesFromJson(parsed(name, text))));
    } catch (thrown) {
      this.#datasets.setState({ applying: { status: 'failed', fault: faultOf(thrown) } });
      return;
    }
    this.#look();
  }

  /** Reads the file so, and closes; keeps the mapping where the user wants that. */
  async apply(): Promise<void> {
    const { path, applying, isKept } = this.#datasets.getState();
    const draft = changes.chosenDraft(this.#datasets.getState());
    if (path === null || draft === null || applying.status === 'running') return;
    const previews = this.#previews;
    this.#datasets.setState({ applying: RUNNING });
    try {
      const { calls } = this.#link;
      const survey = this.#survey(path);
      const info =
        survey === null ? await calls.openSurvey(path, draft) : await calls.remapSurvey(survey.info.id, draft);
      if (survey === null) this.#link.adopt(path, info);
      else this.#link.follow(info);
      if (isKept) await calls.acceptMapping(info.id);
      if (this.#previews === previews) this.close();
    } catch (thrown) {
      if (this.#previews === previews)
        this.#datasets.setState({ applying: { status: 'failed', fault: faultOf(thrown) } });
    }
  }

  /** A file that does not say what it is asks by itself, once; later its item in the tree does. */
  #followOpenings(): void {
    const asked = new Set<unknown>();
    this.#stores.session.subscribe(({ openings }) => {
      const opening = openings.find(({ fault }) => fault?.code === 'choose-dataset' && !asked.has(fault));
      if (opening === undefined) return;
      asked.add(opening.fault);
      if (this.#datasets.getState().path === null) void this.open(opening.path);
    });
  }

  get #datasets(): ViewerStores['dataset'] {
    return this.#stores.dataset;
  }

  /** Previews what can be understood; where something cannot, the last picture stays. */
  #look(): void {
    this.#stopWaiting();
    const draft = changes.chosenDraft(this.#datasets.getState());
    if (draft !== null && Object.keys(wantedOf(draft)).length === 0) this.#previews?.show(draft);
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
