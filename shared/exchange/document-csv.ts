/** The crossings of a document as a table, one a line, in the schema's names; behind them what people call the profiles. */
import { csvLine } from './csv-line.ts';
import { INTERSECTION_FIELDS, type ExchangeDocument } from './exchange-document.ts';

/** @param nameOf what people call a profile, by its id */
export function* encodeCsv(
  { intersections }: ExchangeDocument,
  nameOf: (profile: string) => string,
): Generator<string> {
  yield csvLine([...INTERSECTION_FIELDS, 'name1', 'name2']);
  for (const each of intersections) {
    yield csvLine([...INTERSECTION_FIELDS.map((field) => each[field]), nameOf(each.profile1), nameOf(each.profile2)]);
  }
}
