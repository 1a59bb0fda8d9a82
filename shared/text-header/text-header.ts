import type { CodePage } from './code-pages.ts';

/** Each is 3200 bytes. */
export const TEXT_HEADER_BYTES = 3200;

/** One page of text as the file stores it. `decodeText` makes lines of it, in its own code page or in another. */
export interface TextHeader {
  /** `file`: at the start. `extended`: before the traces. `trailer`: behind them (rev 2). */
  readonly part: 'file' | 'extended' | 'trailer';
  /** Of its first byte, from the start of the file. */
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** As detected. */
  readonly codePage: CodePage;
}
