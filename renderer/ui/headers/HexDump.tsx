import styles from './headers.module.css';
import { hexLines } from './hex-lines.ts';

interface HexDumpProps {
  readonly bytes: Uint8Array;
  /** The number of the first, as the standard counts. */
  readonly firstByte: number;
}

export const HexDump = ({ bytes, firstByte }: HexDumpProps) => (
  <pre className={styles['hex']} data-testid="hex-dump">
    {hexLines(bytes, firstByte).join('\n')}
  </pre>
);
