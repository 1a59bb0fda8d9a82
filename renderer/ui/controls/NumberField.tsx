import { useState } from 'react';
import styles from './controls.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly text: string;
  /** Takes what was typed; called on Enter and when the field is left. */
  readonly onCommit: (value: number, timeStampMs: number) => void;
}

/** A number that is typed: Enter takes it, Escape gives it up. */
export function NumberField({ label, text, onCommit }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const value = draft === null ? null : Number(draft.replace(',', '.'));
  const isInvalid = draft !== null && (draft.trim() === '' || !Number.isFinite(value));

  const commit = (timeStampMs: number): void => {
    if (value !== null && !isInvalid) onCommit(value, timeStampMs);
    setDraft(null);
  };

  return (
    <input
      className={styles['number']}
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isInvalid}
      value={draft ?? text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={(event) => commit(event.timeStamp)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.timeStamp);
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
