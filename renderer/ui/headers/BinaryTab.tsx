import { BINARY_WORDS, FIRST_BINARY_BYTE } from '../../../shared/headers/binary-words.ts';
import type { HeaderDescription } from '../../../shared/headers/header-calls.ts';
import { storedWords } from '../../../shared/headers/stored-words.ts';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { viewOfBytes } from './bytes-view.ts';
import styles from './headers.module.css';
import { HexDump } from './HexDump.tsx';
import { WordTable } from './WordTable.tsx';

/** All words of the binary header, and its bytes. */
export function BinaryTab({ description: { binaryHeader, byteOrder } }: { readonly description: HeaderDescription }) {
  if (binaryHeader === null) return <EmptyNote>This file has no binary header.</EmptyNote>;
  const header = { bytes: viewOfBytes(binaryHeader), byteOrder, firstByte: FIRST_BINARY_BYTE };
  return (
    <div className={styles['columns']}>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Words of the binary header">
        <WordTable words={storedWords(BINARY_WORDS, header)} />
      </div>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Bytes of the binary header">
        <HexDump bytes={binaryHeader} firstByte={FIRST_BINARY_BYTE} />
      </div>
    </div>
  );
}
