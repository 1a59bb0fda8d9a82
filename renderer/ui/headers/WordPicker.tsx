import { useId, useState } from 'react';
import { columnName, columnPlace } from '../../../shared/headers/column-place.ts';
import { lastByteOf } from '../../../shared/headers/header-word.ts';
import { traceWordAt, traceWordsIn } from '../../../shared/headers/trace-words.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import styles from './headers.module.css';

interface WordPickerProps {
  readonly place: HeaderPlace;
  readonly traceHeaderBytes: number;
  readonly onChoose: (place: HeaderPlace) => void;
}

/** A word by its name, or any bytes by their place. Enter takes it. */
export function WordPicker({ place, traceHeaderBytes, onChoose }: WordPickerProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const listId = useId();
  const typed = draft === null ? place : columnPlace(draft);
  const isValid = typed !== null && lastByteOf(typed) <= traceHeaderBytes;
  const take = (): void => {
    if (typed !== null && isValid) onChoose(typed);
    setDraft(null);
  };
  return (
    <>
      <input
        className={styles['wordField']}
        type="text"
        list={listId}
        spellCheck={false}
        autoComplete="off"
        aria-label="Word"
        aria-invalid={!isValid}
        placeholder="cdp_x, 181:float32 …"
        value={draft ?? columnName(place)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      <datalist id={listId}>
        {traceWordsIn(traceHeaderBytes)
          .filter(({ isText }) => isText !== true)
          .map(({ name, byte, title }) => (
            <option key={name} value={name}>{`${byte} ${title}`}</option>
          ))}
      </datalist>
      <span className={styles['note']}>
        {place.byte} {place.type}
        {traceWordAt(place) === null ? '' : `, ${traceWordAt(place)!.title}`}
      </span>
    </>
  );
}
