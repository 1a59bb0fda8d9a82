import { expect, test } from 'vitest';
import { occurrencesIn, partsOf } from './text-search.ts';

const PAGES = [{ text: 'C 1 Inline: byte 189\nC 2 INLINE (again)' }, { text: 'none' }, { text: 'inlineinline' }];

test('occurrences are found in all pages, in any case', () => {
  expect(occurrencesIn(PAGES, 'inline')).toEqual([
    { page: 0, start: 4, end: 10 },
    { page: 0, start: 25, end: 31 },
    { page: 2, start: 0, end: 6 },
    { page: 2, start: 6, end: 12 },
  ]);
  expect(occurrencesIn(PAGES, '')).toEqual([]);
});

test('signs mean themselves', () => {
  expect(occurrencesIn(PAGES, '(again)')).toEqual([{ page: 0, start: 32, end: 39 }]);
  expect(occurrencesIn(PAGES, 'C .')).toEqual([]);
});

test('a text is cut round its occurrences, and nothing is lost', () => {
  for (const [page, { text }] of PAGES.entries()) {
    const found = occurrencesIn(PAGES, 'inline').filter((occurrence) => occurrence.page === page);
    const parts = partsOf(text, found);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ occurrence }) => occurrence !== null)).toHaveLength(found.length);
  }
});
