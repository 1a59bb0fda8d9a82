/** Columns of header words as comma-separated text: a line of names, then a line a trace. */
import type { HeaderPlace } from '../mapping/header-place.ts';
import { columnName } from './column-place.ts';
import type { HeaderRows } from './header-calls.ts';
import { wordText } from './word-text.ts';

export const headerCsvHead = (places: readonly HeaderPlace[]): string =>
  `${['trace', ...places.map(columnName)].join(',')}\n`;

/** Traces count from 1. Integers of 64 bits are written as they were read: rounded beyond 2^53. */
export function headerCsvLines({ traces, values }: HeaderRows, places: readonly HeaderPlace[]): string {
  const lines: string[] = [];
  for (let row = 0; row < traces.length; row += 1) {
    const cells = places.map(({ type }, index) => wordText(values[index * traces.length + row]!, type));
    lines.push(`${[traces[row]! + 1, ...cells].join(',')}\n`);
  }
  return lines.join('');
}
