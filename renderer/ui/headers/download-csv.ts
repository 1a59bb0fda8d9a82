/** Writes header columns into a file that the browser saves. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { HeaderRows } from '../../../shared/headers/header-calls.ts';
import { headerCsvHead, headerCsvLines } from '../../../shared/headers/header-csv.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';

export interface CsvDownload {
  readonly name: string;
  readonly places: readonly HeaderPlace[];
  readonly rowCount: number;
  readonly read: (first: number, count: number) => Promise<HeaderRows>;
  /** 0 to 1. */
  readonly onShare: (share: number) => void;
}

/** A quarter of a million values, 2 MB of text. */
const VALUES_A_PAGE = 262_144;
const MOST_ROWS_A_PAGE = 16_384;

/** @throws CrosslineError cancelled, and what reading rejects with */
export async function downloadCsv(
  { name, places, rowCount, read, onShare }: CsvDownload,
  signal: AbortSignal,
): Promise<void> {
  const rowsAPage = Math.max(1, Math.min(MOST_ROWS_A_PAGE, Math.floor(VALUES_A_PAGE / Math.max(1, places.length))));
  // The browser keeps the pages, on disk where they are many.
  const pages: Blob[] = [new Blob([headerCsvHead(places)])];
  for (let first = 0; first < rowCount; first += rowsAPage) {
    const rows = await read(first, Math.min(rowsAPage, rowCount - first));
    if (signal.aborted) throw new CrosslineError({ code: 'cancelled' });
    pages.push(new Blob([headerCsvLines(rows, places)]));
    onShare(Math.min(1, (first + rowsAPage) / rowCount));
  }
  save(new Blob(pages, { type: 'text/csv' }), name);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
