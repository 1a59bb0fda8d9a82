import { traceWordStartingAt } from '../../../shared/headers/trace-words.ts';
import { isWordType, WORD_BYTES, type WordType } from '../../../shared/mapping/header-place.ts';
import { DEFAULT_WORD_TYPES } from '../../../shared/mapping/mapping-json.ts';
import type { GeometryPlaces } from '../../../shared/mapping/segy-mapping.ts';
import { Choice } from '../controls/Choice.tsx';
import { Tip } from '../controls/Tip.tsx';
import styles from './assistant.module.css';
import { FieldRow } from './FieldRow.tsx';
import { fieldLabel } from './mapping-words.ts';
import { useField } from './use-field.ts';

const TYPES = (Object.keys(WORD_BYTES) as WordType[]).map((type) => ({ value: type, label: type }));

/** Where a word stands in the trace header: its first byte and its type. */
export function PlaceField({ field }: { readonly field: keyof GeometryPlaces }) {
  const state = useField(field);
  const [byte = '', stated = ''] = state.text.split(':');
  const type = isWordType(stated) ? stated : DEFAULT_WORD_TYPES[field];
  return (
    <FieldRow field={field} state={state}>
      <Tip text={wordText(byte, type)}>
        <input
          className={styles['byte']}
          type="text"
          inputMode="numeric"
          aria-label={`${fieldLabel(field)} byte`}
          aria-invalid={state.wanted !== null}
          aria-describedby={state.wanted === null ? undefined : state.wantedId}
          value={byte}
          onChange={(event) => state.edit(`${event.currentTarget.value}:${type}`)}
        />
      </Tip>
      <Choice
        label={`${fieldLabel(field)} type`}
        value={type}
        options={TYPES}
        onChange={(chosen) => state.edit(`${byte}:${chosen}`)}
      />
    </FieldRow>
  );
}

/** What the standard has there. */
function wordText(byte: string, type: WordType): string {
  const first = Number(byte);
  if (!Number.isInteger(first) || first < 1) return 'The first byte of the word, counted from 1';
  const bytes = `Bytes ${first} to ${first + WORD_BYTES[type] - 1}`;
  const word = traceWordStartingAt(first);
  return word === null ? `${bytes}: no word of the standard begins here` : `${bytes}: ${word.title} (${word.type})`;
}
