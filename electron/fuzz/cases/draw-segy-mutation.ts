/** What is done to the headers of a SEG-Y file. */
import { wordBytes } from './extreme-values.ts';
import { BINARY_WORDS, TRACE_WORDS } from './header-words.ts';
import type { ColumnPattern } from './mutation.ts';
import type { MutationDrawer } from './mutation-drawer.ts';

const PATTERNS: readonly ColumnPattern[] = ['constant', 'ramp', 'few', 'any', 'extreme'];
/** What a text header may say that a reader acts on, and what may lie in one by mistake. */
const PHRASES: readonly string[] = [
  '((SEG: EndText))',
  '((SEG:EndText))',
  '((SEG: Layout',
  '((SEG: Coordinate Reference System',
  'VERTICAL AXIS: TWO-WAY TIME',
  'DOMAIN: DEPTH',
  'axis                                                                               ',
  'INLINE BYTE 9 CROSSLINE BYTE 21 X BYTE 73 Y BYTE 77',
  'C 1 IN-LINE NUMBER: BYTES 99999-0',
  '<?xml version="1.0"?><SEGY><layout><entry name="trace" byte="-1"/></layout>',
  '\u0000\u0000\u0000',
  '\r\n\t\u001a',
];

const binaryWord: MutationDrawer = (draw, { shape }) => {
  const { at, width } = draw.pick(BINARY_WORDS);
  return { kind: 'write', at: 3200 + at, bytes: wordBytes(draw, width, shape.isLittleEndian) };
};

const traceWord: MutationDrawer = (draw, { shape }) => {
  const { at, width } = draw.pick(TRACE_WORDS);
  const trace = draw.chance(0.4) ? 0 : draw.below(shape.traceCount);
  const header = shape.firstTraceAt + trace * shape.strideBytes;
  return { kind: 'write', at: header + at, bytes: wordBytes(draw, width, shape.isLittleEndian) };
};

const traceColumn: MutationDrawer = (draw, { shape }) => {
  const { at, width } = draw.pick(TRACE_WORDS);
  return {
    kind: 'column',
    at: shape.firstTraceAt + at,
    strideBytes: shape.strideBytes,
    width: width === 2 ? 2 : 4,
    isLittleEndian: shape.isLittleEndian,
    pattern: draw.pick(PATTERNS),
    seed: draw.seed(),
  };
};

const headerFlip: MutationDrawer = (draw) => ({ kind: 'flip', at: 3200 + draw.below(640), bit: draw.below(8) });

const phrase: MutationDrawer = (draw) => {
  const text = draw.pick(PHRASES);
  const bytes = [...new TextEncoder().encode(text.repeat(1 + draw.below(4)))];
  return { kind: 'write', at: draw.below(draw.chance(0.7) ? 3200 : 6800), bytes };
};

/** In proportion to their number. */
export const SEGY_DRAWERS: readonly MutationDrawer[] = [
  ...[binaryWord, binaryWord, binaryWord],
  ...[traceWord, traceWord],
  ...[traceColumn, traceColumn, traceColumn],
  ...[headerFlip, phrase],
];
