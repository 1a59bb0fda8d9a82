import { InvalidArgumentError } from 'commander';
import { crossingsCsv, linesCsv } from '../../../shared/ties/tie-csv.ts';
import type { TieDocument } from '../../../shared/ties/tie-document.ts';
import { encodeTies } from '../../../shared/ties/tie-json.ts';
import { writeAtomically } from '../output/write-atomically.ts';
import { parseInteger, parseNumber } from '../slice/option-parsers.ts';

export interface TieOutput {
  readonly path: string;
  readonly format: 'json' | 'csv';
}

/** By the ending of the name. */
export function parseTieOutput(path: string): TieOutput {
  const format = /\.(json|csv)$/i.exec(path)?.[1]?.toLowerCase();
  if (format === undefined) throw new InvalidArgumentError('It must end with .json or .csv.');
  return { path, format: format as TieOutput['format'] };
}

/** `A:B` in ms. */
export function parseGate(text: string): readonly [number, number] {
  const [from, to, ...rest] = text.split(':').map(parseNumber);
  if (from === undefined || to === undefined || rest.length > 0 || to <= from) {
    throw new InvalidArgumentError('It must be FROM:TO, two times in ms.');
  }
  return [from, to];
}

export function parseTraceCount(text: string): number {
  const count = parseInteger(text);
  if (count < 2) throw new InvalidArgumentError('It must be 2 or more.');
  return count;
}

/** The JSON document; or X.csv with the crossings, and X.lines.csv with the lines. @returns the paths written */
export async function writeTies(
  path: string,
  format: TieOutput['format'],
  document: TieDocument,
): Promise<readonly string[]> {
  if (format === 'json') {
    await writeAtomically(path, encodeTies(document));
    return [path];
  }
  const linesPath = path.replace(/\.csv$/i, '.lines.csv');
  await writeAtomically(path, crossingsCsv(document));
  await writeAtomically(linesPath, linesCsv(document));
  return [path, linesPath];
}
