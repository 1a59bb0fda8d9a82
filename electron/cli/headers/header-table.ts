/** Rows of chosen words as CSV, page by page, so that millions of them need no memory. */
import { headerCsvHead, headerCsvLines } from '../../../shared/headers/header-csv.ts';
import type { FilterMatches } from '../../../shared/headers/header-calls.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { HeaderSurvey } from './header-survey.ts';

const VALUES_A_PAGE = 262_144;

/** The rows that are meant: all traces, or those that the filter matched. */
export interface WantedRows {
  readonly filterId: FilterMatches['filterId'] | null;
  readonly count: number;
}

export async function* headerCsv(
  { info, calls }: HeaderSurvey,
  { filterId, count }: WantedRows,
  places: readonly HeaderPlace[],
): AsyncGenerator<string> {
  yield headerCsvHead(places);
  const rowsAPage = Math.max(1, Math.min(65_536, Math.floor(VALUES_A_PAGE / places.length)));
  for (let first = 0; first < count; first += rowsAPage) {
    const page = { surveyId: info.id, filterId, first, count: Math.min(rowsAPage, count - first), places };
    yield headerCsvLines(await calls.readTraceHeaders(page), places);
  }
}
