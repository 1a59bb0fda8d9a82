/**
 * The mapping assistant: ways to read one file, which of them is looked at, and what the user changed in each. Previews hold
 * samples, so they are not here (`bindings/assistant`).
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import type { MappingOverrides, MappingState, SegyMapping } from '../../../shared/mapping/segy-mapping.ts';
import { IDLE, type ActionState } from '../action-state.ts';
import type { FieldEdits } from './mapping-draft.ts';

/** `now`: as the open survey is read. `own`: nothing was proposed, so all is left to the user. `loaded`: from a JSON file. */
export type ReadingOrigin = 'now' | 'proposed' | 'loaded' | 'own';

export interface Reading {
  /** Unique in the assistant. */
  readonly id: string;
  readonly origin: ReadingOrigin;
  /** E.g. "Petrel 5/21". */
  readonly title: string;
  /** What the reading itself overrides; the user's edits come on top. */
  readonly base: MappingOverrides;
  /** Whole; null where nothing is known before it is tried. */
  readonly mapping: SegyMapping | null;
  readonly proposal: MappingProposal | null;
  /** Whether the open survey is read so. */
  readonly isInUse: boolean;
}

export interface AssistantState {
  /** The file that is looked at; null while the assistant is closed. */
  readonly path: string | null;
  readonly proposing: ActionState;
  /** Best first, behind what was loaded and what is in use. */
  readonly readings: readonly Reading[];
  readonly chosenId: string | null;
  /** By the reading's id: to look at another one loses none. */
  readonly edits: Readonly<Record<string, FieldEdits>>;
  /** The whole mapping that the latest preview of a reading came to, edits included. */
  readonly settled: Readonly<Record<string, SegyMapping>>;
  /** Whether the mapping is kept for the file once it is read so. */
  readonly isKept: boolean;
  /** Reading the file so. */
  readonly applying: ActionState;
}

export type AssistantStore = StoreApi<AssistantState>;

export const CLOSED_ASSISTANT: AssistantState = {
  path: null,
  proposing: IDLE,
  readings: [],
  chosenId: null,
  edits: {},
  settled: {},
  isKept: true,
  applying: IDLE,
};

export const createAssistantStore = (): AssistantStore => createStore<AssistantState>(() => CLOSED_ASSISTANT);

/** How the file is read now; null where it is not open. */
export type PresentReading = MappingState | null;
