/** The readers that every case runs over. */
import { existsSync } from 'node:fs';
import { addonLocations } from '../addon-location.ts';
import type { NativeReader } from '../native-reader.ts';
import { createReader } from '../open-reader.ts';

export interface ReaderCase {
  /** Says why where it cannot run. */
  readonly name: string;
  readonly isAvailable: boolean;
  readonly reader: NativeReader;
}

/** Null where the addon was not built. */
export const addonPath: string | null = addonLocations().find((path) => existsSync(path)) ?? null;

export const READER_CASES: readonly ReaderCase[] = [
  {
    name: addonPath === null ? 'addon (skipped: it is not built)' : 'addon',
    isAvailable: addonPath !== null,
    reader: createReader({ prefer: 'addon' }),
  },
  { name: 'fallback', isAvailable: true, reader: createReader({ prefer: 'fallback' }) },
];
