import { Choice } from '../controls/Choice.tsx';
import styles from './assistant.module.css';
import { FieldRow } from './FieldRow.tsx';
import { FIELD_CHOICES, fieldLabel } from './mapping-words.ts';
import { useField } from './use-field.ts';

const BY_WORD = 'word';
/** The field record number, which most programs count lines in that have no other place for it. */
const FIRST_GUESS = '9:int32';

const OPTIONS = [...FIELD_CHOICES.split, { value: BY_WORD, label: 'By another word' }];

/** How the lines of a file are told apart: by one of three ways, or by any word of the trace header. */
export function SplitField() {
  const state = useField('split');
  const isNamed = state.text === '' || FIELD_CHOICES.split.some(({ value }) => value === state.text);
  const [byte = '', type = 'int32'] = state.text.split(':');
  return (
    <FieldRow field="split" state={state}>
      <Choice
        label={fieldLabel('split')}
        value={isNamed ? state.text : BY_WORD}
        options={OPTIONS}
        onChange={(chosen) => state.edit(chosen === BY_WORD ? FIRST_GUESS : chosen)}
      />
      {!isNamed && (
        <input
          className={styles['byte']}
          type="text"
          inputMode="numeric"
          aria-label={`${fieldLabel('split')} byte`}
          aria-invalid={state.wanted !== null}
          aria-describedby={state.wanted === null ? undefined : state.wantedId}
          value={byte}
          onChange={(event) => state.edit(`${event.currentTarget.value}:${type}`)}
        />
      )}
    </FieldRow>
  );
}
