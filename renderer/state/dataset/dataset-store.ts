/** The dialog in which a dataset of an HDF5 file is chosen and its axes are named. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Hdf5Outline, Hdf5Proposal } from '../../../shared/hdf5/hdf5-outline.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { IDLE, RUNNING, type ActionState } from '../action-state.ts';
import { draftOf, type DatasetDraft } from './dataset-draft.ts';

export interface DatasetState {
  /** Null while the dialog is closed. */
  readonly path: string | null;
  readonly listing: ActionState;
  readonly outline: Hdf5Outline | null;
  /** Path of the dataset that is looked at. */
  readonly dataset: string | null;
  /** What the user said of each dataset; left alone ones are absent. */
  readonly drafts: Readonly<Record<string, DatasetDraft>>;
  readonly isKept: boolean;
  readonly applying: ActionState;
}

export const CLOSED_DATASET: DatasetState = {
  path: null,
  listing: IDLE,
  outline: null,
  dataset: null,
  drafts: {},
  isKept: true,
  applying: IDLE,
};

export type DatasetStore = StoreApi<DatasetState>;

export const createDatasetStore = (): DatasetStore => createStore(() => CLOSED_DATASET);

type Change = (state: DatasetState) => Partial<DatasetState>;

export const openDatasets = (path: string): DatasetState => ({ ...CLOSED_DATASET, path, listing: RUNNING });

/** Looks at what the file is open by, else at the best proposal. */
export const settleOutline =
  (outline: Hdf5Outline, present: MappingOverrides | null): Change =>
  () => {
    const dataset = present?.dataset ?? outline.proposals[0]?.overrides.dataset ?? null;
    const drafts = present === null || dataset === null ? {} : { [dataset]: draftOf(present) };
    return { listing: IDLE, outline, dataset, drafts };
  };

export const chooseDataset =
  (dataset: string): Change =>
  ({ outline }) =>
    proposalOf(outline, dataset) === null ? {} : { dataset, applying: IDLE };

/** What a saved mapping says, over what is proposed for its dataset. */
export const loadOverrides =
  (overrides: MappingOverrides): Change =>
  (state) => {
    const dataset = overrides.dataset ?? state.dataset;
    const proposed = dataset === null ? null : proposalOf(state.outline, dataset);
    if (dataset === null || proposed === null) return {};
    const draft = { ...draftOf(overrides, draftOf(proposed.overrides)), dataset };
    return { dataset, drafts: { ...state.drafts, [dataset]: draft }, applying: IDLE };
  };

export const changeDraft =
  (change: (draft: DatasetDraft) => DatasetDraft): Change =>
  (state) => {
    const draft = chosenDraft(state);
    if (draft === null) return {};
    return { drafts: { ...state.drafts, [draft.dataset]: change(draft) }, applying: IDLE };
  };

/** Back to what is proposed for the dataset. */
export const resetDraft: Change = ({ dataset, drafts }) => ({
  drafts: Object.fromEntries(Object.entries(drafts).filter(([path]) => path !== dataset)),
});

/** The first: what was accepted for a sibling comes before what is guessed. */
export const proposalOf = (outline: Hdf5Outline | null, dataset: string): Hdf5Proposal | null =>
  outline?.proposals.find(({ overrides }) => overrides.dataset === dataset) ?? null;

export function chosenDraft({ outline, dataset, drafts }: DatasetState): DatasetDraft | null {
  if (dataset === null) return null;
  const proposal = proposalOf(outline, dataset);
  return drafts[dataset] ?? (proposal === null ? null : draftOf(proposal.overrides));
}
