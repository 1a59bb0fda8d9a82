import { useId } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { chosenDraft, chosenReading, editsOfReading, textOfField } from '../../state/assistant/assistant-changes.ts';
import type { MappingField } from '../../state/assistant/mapping-draft.ts';

export interface FieldState {
  readonly text: string;
  readonly isEdited: boolean;
  /** What the field wants; null where it can be understood. */
  readonly wanted: string | null;
  /** Of the element that says what the field wants. */
  readonly wantedId: string;
  readonly edit: (text: string) => void;
  readonly reset: () => void;
}

/** One field of the form: what it holds, whether the user changed it, and what it wants. */
export function useField(field: MappingField): FieldState {
  const { stores, assistant } = useViewer();
  const text = useStore(stores.assistant, (state) => textOfField(state, field));
  const isEdited = useStore(stores.assistant, (state) => {
    const reading = chosenReading(state);
    return reading !== null && editsOfReading(state, reading.id)[field] !== undefined;
  });
  const wanted = useStore(stores.assistant, (state) => chosenDraft(state)?.invalid[field] ?? null);
  return {
    text,
    isEdited,
    wanted,
    wantedId: useId(),
    edit: (typed) => assistant.edit(field, typed),
    reset: () => assistant.edit(field, null),
  };
}
