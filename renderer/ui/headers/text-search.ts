/** Where a text occurs in text headers. */
import type { CodePage } from '../../../shared/text-header/code-pages.ts';
import type { TextHeader } from '../../../shared/text-header/text-header.ts';

export interface TextPage {
  readonly header: TextHeader;
  /** In which it is shown. */
  readonly codePage: CodePage;
  readonly text: string;
}

export interface Occurrence {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** In any case, without overlaps. */
export function occurrencesIn(pages: readonly Pick<TextPage, 'text'>[], sought: string): Occurrence[] {
  if (sought === '') return [];
  // A case-blind pattern keeps positions, which lower-casing the text would not (İ becomes two characters).
  const pattern = new RegExp(sought.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu');
  return pages.flatMap(({ text }, page) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ page, start: index, end: index + length })),
  );
}

export interface TextPart {
  readonly text: string;
  readonly occurrence: Occurrence | null;
}

/** The text cut where occurrences begin and end. @param found ascending, all of this page */
export function partsOf(text: string, found: readonly Occurrence[]): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const occurrence of found) {
    if (occurrence.start > done) parts.push({ text: text.slice(done, occurrence.start), occurrence: null });
    parts.push({ text: text.slice(occurrence.start, occurrence.end), occurrence });
    done = occurrence.end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), occurrence: null });
  return parts;
}
