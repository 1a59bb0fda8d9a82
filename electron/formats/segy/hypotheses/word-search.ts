/** Pairs of header words that number a grid though no preset names them. */
import { WORD_BYTES, type HeaderPlace } from '../../../../shared/mapping/header-place.ts';
import { isLineLike, linesEvidence, type LinesEvidence } from './lines-evidence.ts';
import type { ProbeColumns } from './probe-columns.ts';

export interface FoundLines {
  readonly inline: HeaderPlace;
  readonly crossline: HeaderPlace;
  readonly evidence: LinesEvidence;
}

/**
 * Where line numbers may stand (first and last byte): identification and offset, the words of rev 1 and what follows
 * them, extensions. Between lie elevations, coordinates, statics, times and instrument settings.
 */
const SEARCHED: readonly (readonly [first: number, last: number])[] = [
  [1, 28],
  [33, 40],
  [181, 240],
  [241, 480],
];
/** Grids worth telling apart. */
const MOST_FOUND = 8;

/** Best first; the slower word is taken for the inline. */
export function searchLines(columns: ProbeColumns): FoundLines[] {
  const words = candidateWords(columns);
  const found: FoundLines[] = [];
  words.forEach((one, i) => {
    for (const other of words.slice(i + 1)) {
      const evidence = linesEvidence(columns.of(one), columns.of(other), columns);
      // Shots and channels share positions of many kinds: gathers are believed of words that somebody documents.
      if (evidence === null || evidence.kind === 'gathers') continue;
      const isOneSlow = changes(one, columns) <= changes(other, columns);
      const turned = { ...evidence, inline: evidence.crossline, crossline: evidence.inline };
      found.push(
        isOneSlow ? { inline: one, crossline: other, evidence } : { inline: other, crossline: one, evidence: turned },
      );
    }
  });
  return found.toSorted((one, other) => other.evidence.score - one.evidence.score).slice(0, MOST_FOUND);
}

/** Words that vary as line numbers do, each set of values once: 4-byte integers before the halves of them. */
function candidateWords(columns: ProbeColumns): HeaderPlace[] {
  const seen = new Set<string>();
  const words: HeaderPlace[] = [];
  for (const type of ['int32', 'int16'] as const) {
    for (const byte of searchedBytes(columns.headerBytes, WORD_BYTES[type])) {
      const place: HeaderPlace = { byte, type };
      const column = columns.of(place);
      const values = column.join();
      if (seen.has(values) || !isLineLike(column)) continue;
      seen.add(values);
      words.push(place);
    }
  }
  return words;
}

/** Each word at a multiple of its width, as the standard lays these parts out: between lie halves of two words. */
function* searchedBytes(headerBytes: number, bytes: number): Generator<number> {
  for (const [first, last] of SEARCHED) {
    for (let byte = first; byte + bytes - 1 <= Math.min(last, headerBytes); byte += bytes) yield byte;
  }
}

/** How often the word differs from one trace to the next. */
function changes(place: HeaderPlace, columns: ProbeColumns): number {
  const column = columns.of(place);
  return columns.neighbours.filter((i) => column[i] !== column[i + 1]).length;
}
