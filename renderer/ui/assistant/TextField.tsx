import type { MappingField } from '../../state/assistant/mapping-draft.ts';
import styles from './assistant.module.css';
import { FieldRow } from './FieldRow.tsx';
import { fieldLabel } from './mapping-words.ts';
import { useField } from './use-field.ts';

interface TextFieldProps {
  readonly field: MappingField;
  /** Behind the field. */
  readonly unit: string;
  readonly placeholder?: string;
}

/** A number of the mapping, followed as it is typed. */
export function TextField({ field, unit, placeholder = '' }: TextFieldProps) {
  const state = useField(field);
  return (
    <FieldRow field={field} state={state}>
      <input
        className={styles['input']}
        type="text"
        inputMode="decimal"
        aria-label={fieldLabel(field)}
        aria-invalid={state.wanted !== null}
        aria-describedby={state.wanted === null ? undefined : state.wantedId}
        placeholder={placeholder}
        value={state.text}
        onChange={(event) => state.edit(event.currentTarget.value)}
      />
      <span className={styles['unit']}>{unit}</span>
    </FieldRow>
  );
}
