/** The changes of the assistant, as functions from state to state. */
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import { IDLE, RUNNING } from '../action-state.ts';
import {
  NO_OVERRIDES,
  overridesKey,
  type MappingOverrides,
  type SegyMapping,
} from '../../../shared/mapping/segy-mapping.ts';
import { CLOSED_ASSISTANT, type AssistantState, type PresentReading, type Reading } from './assistant-store.ts';
import {
  draftReading,
  editsOf,
  fieldText,
  NO_EDITS,
  withEdit,
  type DraftReading,
  type FieldEdits,
  type MappingField,
} from './mapping-draft.ts';

type Change = (state: AssistantState) => Partial<AssistantState>;

export const openAssistant = (path: string): AssistantState => ({
  ...CLOSED_ASSISTANT,
  path,
  proposing: RUNNING,
});

/**
 * Looks at what is in use: a proposal where one reads the file alike, else the present reading with its overrides as edits. Where
 * the file is not open, at the best proposal.
 */
export function settleReadings(proposals: readonly MappingProposal[], present: PresentReading): Change {
  const inUse = present === null ? null : overridesKey(present.mapping);
  const readings = proposals.map((proposal, position) => proposedReading(proposal, position, inUse));
  const used = readings.find(({ isInUse }) => isInUse);
  const first = used ?? (present === null ? (readings[0] ?? OWN_READING) : presentReading(present));
  const all = readings.includes(first) ? readings : [first, ...readings];
  const edits = present === null ? {} : { [first.id]: editsOf(present.overrides) };
  return ({ path }) => ({ path, proposing: IDLE, readings: all, chosenId: first.id, edits });
}

function proposedReading(proposal: MappingProposal, position: number, inUse: string | null): Reading {
  const { overrides, mapping, preset, acceptedFor } = proposal;
  const isInUse = overridesKey(mapping) === inUse;
  return {
    id: `proposal-${position}`,
    origin: 'proposed',
    title: preset ?? (acceptedFor === null ? 'Words of its own' : 'As a sibling'),
    // What is in use takes no more overrides than it has: those, as edits.
    base: isInUse ? NO_OVERRIDES : overrides,
    mapping,
    proposal,
    isInUse,
  };
}

const presentReading = ({ mapping, preset }: NonNullable<PresentReading>): Reading => ({
  id: 'now',
  origin: 'now',
  title: preset ?? 'As it is read now',
  base: NO_OVERRIDES,
  mapping,
  proposal: null,
  isInUse: true,
});

const OWN_READING: Reading = {
  id: 'own',
  origin: 'own',
  title: 'Your own reading',
  base: NO_OVERRIDES,
  mapping: null,
  proposal: null,
  isInUse: false,
};

export const chooseReading =
  (id: string): Change =>
  ({ readings }) =>
    readings.some((reading) => reading.id === id) ? { chosenId: id, applying: IDLE } : {};

/** The overrides of a saved mapping, as a reading in which each of them is an edit. */
export const addLoadedReading =
  (name: string, overrides: MappingOverrides): Change =>
  ({ readings, edits }) => {
    const id = `loaded-${readings.length}`;
    const loaded: Reading = { ...OWN_READING, id, origin: 'loaded', title: name };
    return { readings: [loaded, ...readings], chosenId: id, edits: { ...edits, [id]: editsOf(overrides) } };
  };

/** @param text null resets the field to what the reading has */
export const editField =
  (field: MappingField, text: string | null): Change =>
  (state) => {
    const reading = chosenReading(state);
    if (reading === null) return {};
    const unedited = reading.mapping === null ? null : fieldText(reading.mapping, field);
    const edits = withEdit(editsOfReading(state, reading.id), field, text, unedited);
    return { edits: { ...state.edits, [reading.id]: edits }, applying: IDLE };
  };

/** A preview tells what the chosen reading comes to. */
export const settleMapping =
  (mapping: SegyMapping): Change =>
  ({ chosenId, settled }) =>
    chosenId === null || settled[chosenId] === mapping ? {} : { settled: { ...settled, [chosenId]: mapping } };

export const resetEdits: Change = ({ chosenId, edits }) =>
  chosenId === null ? {} : { edits: { ...edits, [chosenId]: NO_EDITS } };

export const chosenReading = ({ readings, chosenId }: AssistantState): Reading | null =>
  readings.find(({ id }) => id === chosenId) ?? null;

export const editsOfReading = ({ edits }: AssistantState, id: string): FieldEdits => edits[id] ?? NO_EDITS;

/** What a field holds: as it was typed, else as the reading has it; empty where that is not known yet. */
export function textOfField(state: AssistantState, field: MappingField): string {
  const reading = chosenReading(state);
  if (reading === null) return '';
  const edit = editsOfReading(state, reading.id)[field];
  if (edit !== undefined) return edit;
  const mapping = state.settled[reading.id] ?? reading.mapping;
  return mapping === null ? '' : fieldText(mapping, field);
}

/** What the chosen reading with its edits comes to; null where none is chosen. */
export function chosenDraft(state: AssistantState): DraftReading | null {
  const reading = chosenReading(state);
  return reading === null ? null : draftReading(reading.base, editsOfReading(state, reading.id));
}
