import { Choice } from '../controls/Choice.tsx';
import { FieldRow } from './FieldRow.tsx';
import { FIELD_CHOICES, fieldLabel } from './mapping-words.ts';
import { useField } from './use-field.ts';

/** A part of the mapping that is one of a few. */
export function ChoiceField({ field }: { readonly field: keyof typeof FIELD_CHOICES }) {
  const state = useField(field);
  return (
    <FieldRow field={field} state={state}>
      <Choice label={fieldLabel(field)} value={state.text} options={FIELD_CHOICES[field]} onChange={state.edit} />
    </FieldRow>
  );
}
