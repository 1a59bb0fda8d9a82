/** The crossings of a document as a table, one a line, in the schema's names; behind them what people call the profiles. */
import { INTERSECTION_FIELDS, type ExchangeDocument } from './exchange-document.ts';

/** @param nameOf what people call a profile, by its id */
export function* encodeCsv(
  { intersections }: ExchangeDocument,
  nameOf: (profile: string) => string,
): Generator<string> {
  yield `${INTERSECTION_FIELDS.join(',')},name1,name2\n`;
  for (const each of intersections) {
    const cells = [...INTERSECTION_FIELDS.map((field) => each[field]), nameOf(each.profile1), nameOf(each.profile2)];
    yield `${cells.map(cellOf).join(',')}\n`;
  }
}

/** RFC 4180: quoted where it must be. */
const cellOf = (value: string | number): string =>
  typeof value === 'string' && /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);
