/** What `crossline headers` is asked for, out of its options. */
import { InvalidArgumentError } from 'commander';
import { CrosslineError } from '../../../shared/errors.ts';
import { columnPlace } from '../../../shared/headers/column-place.ts';
import { WORD_BYTES, type HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { CODE_PAGE_NAMES, type CodePage } from '../../../shared/text-header/code-pages.ts';
import type { MappingOptions } from '../mapping/mapping-options.ts';

export interface HeaderOptions extends MappingOptions {
  readonly text?: true;
  readonly binary?: true;
  /** From 1. */
  readonly trace?: number;
  readonly column?: HeaderPlace;
  readonly columns?: readonly HeaderPlace[];
  readonly filter?: string;
  readonly out?: string;
  readonly codePage?: CodePage | 'auto';
  readonly json?: true;
}

export const CODE_PAGES: readonly string[] = ['auto', ...Object.keys(CODE_PAGE_NAMES)];

export function parsePlace(text: string): HeaderPlace {
  const place = columnPlace(text);
  if (place !== null) return place;
  throw new InvalidArgumentError(
    `"${text}" is neither a word of the standard nor BYTE:TYPE; types are ${Object.keys(WORD_BYTES).join(', ')}.`,
  );
}

export const parsePlaces = (text: string): readonly HeaderPlace[] => text.split(',').map(parsePlace);

export function parseTraceNumber(text: string): number {
  const number = Number(text);
  if (/^\s*\d+\s*$/.test(text) && number >= 1) return number;
  throw new InvalidArgumentError('Traces count from 1.');
}

/** @throws CrosslineError usage */
export function requireOneView({ text, binary, trace, column, columns, out, json }: HeaderOptions): void {
  const given = [text, binary, trace, column, columns].filter((option) => option !== undefined);
  if (given.length > 1) throw wrong('At most one of --text, --binary, --trace, --column and --columns can be given');
  const hasTable = column !== undefined || columns !== undefined || given.length === 0;
  if (out !== undefined && !hasTable)
    throw wrong('--out writes columns, so it goes with --column, --columns or --filter');
  if (json === true && (columns !== undefined || out !== undefined)) {
    throw wrong('--json goes with everything but tables, which are CSV');
  }
}

const wrong = (detail: string): CrosslineError => new CrosslineError({ code: 'usage', detail });
