/** The text of a header-layout stanza among a file's text headers (SEG-Y rev 2.1, appendix D-8). */
import { charactersOf } from '../../../../shared/text-header/characters.ts';
import type { TextHeader } from '../../../../shared/text-header/text-header.ts';

/** E.g. "((SEG:Layout ver 1.0:text/xml))". */
const LAYOUT_STANZA = /^\(\(\s*SEG\s*:\s*Layout\b[^)]*\)\)/i;
/** Any stanza begins a page so. */
const STANZA = '((';
/** Pages of a layout that is still read: all words of all headers take five. */
const MOST_PAGES = 20;

export interface LayoutText {
  /** E.g. "((SEG:Layout:text/xml))". */
  readonly name: string;
  readonly xml: string;
}

/** Null where the file has none. */
export function findLayoutText(texts: readonly TextHeader[]): LayoutText | null {
  const pages = texts.map(({ bytes, codePage }) => charactersOf(bytes, codePage).join(''));
  const first = pages.findIndex((page) => LAYOUT_STANZA.test(page));
  if (first === -1) return null;
  const [name] = LAYOUT_STANZA.exec(pages[first]!)!;
  const next = pages.findIndex((page, i) => i > first && page.startsWith(STANZA));
  const end = Math.min(next === -1 ? pages.length : next, first + MOST_PAGES);
  return { name, xml: pages.slice(first, end).join('').slice(name.length).trim() };
}
