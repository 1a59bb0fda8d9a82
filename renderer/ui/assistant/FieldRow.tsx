import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MappingField } from '../../state/assistant/mapping-draft.ts';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './assistant.module.css';
import { fieldLabel } from './mapping-words.ts';
import type { FieldState } from './use-field.ts';

interface FieldRowProps {
  readonly field: MappingField;
  readonly state: FieldState;
  readonly children: ReactNode;
}

/** A labelled control; where the user changed it, a button takes the change back. */
export const FieldRow = ({ field, state, children }: FieldRowProps) => (
  <div className={styles['field']} data-edited={state.isEdited} data-testid={`field-${field}`}>
    <span className={styles['fieldLabel']} aria-hidden>
      {fieldLabel(field)}
    </span>
    <div className={styles['fieldControl']}>{children}</div>
    {state.isEdited && (
      <IconButton label={`Reset: ${fieldLabel(field)}`} onClick={state.reset}>
        <RotateCcw aria-hidden />
      </IconButton>
    )}
    {state.wanted !== null && (
      <p id={state.wantedId} className={styles['wanted']} role="alert">
        {state.wanted}
      </p>
    )}
  </div>
);
