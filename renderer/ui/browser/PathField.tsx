import { useState } from 'react';
import styles from './browser.module.css';

interface PathFieldProps {
  readonly path: string;
  readonly onGo: (path: string) => void;
  readonly onOpen: (path: string) => void;
}

/** Something with an extension is taken for a file; the engine says so if it is none. */
const isFilePath = (path: string): boolean => /\.[A-Za-z0-9]{1,6}$/.test(path) || path.startsWith('synthetic:');

export function PathField({ path, onGo, onOpen }: PathFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    const wanted = draft?.trim() ?? '';
    setDraft(null);
    if (wanted === '') return;
    if (isFilePath(wanted)) onOpen(wanted);
    else onGo(wanted);
  };
  return (
    <input
      className={styles['path']}
      aria-label="Path of a folder or file"
      spellCheck={false}
      value={draft ?? path}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
