/** Draws what is done to one file: mostly to its headers, since those are what a reader believes. */
import type { Draw } from './draw.ts';
import { wordBytes } from './extreme-values.ts';
import type { FileShape } from './file-shape.ts';
import { BINARY_WORDS, TRACE_WORDS } from './header-words.ts';
import type { ColumnPattern, Mutation } from './mutation.ts';

export interface DrawnFrom {
  readonly bytes: Uint8Array;
  readonly shape: FileShape;
  /** Names of the corpus, for splices. */
  readonly names: readonly string[];
}

const MOST_MUTATIONS = 4;
const PATTERNS: readonly ColumnPattern[] = ['constant', 'ramp', 'few', 'any', 'extreme'];
/** Sizes at which the reader changes its ways: it scans files up to 4 MB at once, irregular ones up to 64 MB. */
const EXTENDED_BYTES: readonly number[] = [4 * 2 ** 20 + 1, 5_000_001, 24 * 2 ** 20, 64 * 2 ** 20 + 1, 100_000_000];

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

export function drawMutations(draw: Draw, file: DrawnFrom): Mutation[] {
  const count = draw.length(MOST_MUTATIONS);
  return Array.from({ length: count }, () => draw.pick(KINDS)(draw, file));
}

type Drawer = (draw: Draw, file: DrawnFrom) => Mutation;

const binaryWord: Drawer = (draw, { shape }) => {
  const { at, width } = draw.pick(BINARY_WORDS);
  return { kind: 'write', at: 3200 + at, bytes: wordBytes(draw, width, shape.isLittleEndian) };
};

const traceWord: Drawer = (draw, { shape }) => {
  const { at, width } = draw.pick(TRACE_WORDS);
  const trace = draw.chance(0.4) ? 0 : draw.below(shape.traceCount);
  const header = shape.firstTraceAt + trace * shape.strideBytes;
  return { kind: 'write', at: header + at, bytes: wordBytes(draw, width, shape.isLittleEndian) };
};

const traceColumn: Drawer = (draw, { shape }) => {
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

const anyFlip: Drawer = (draw, { bytes }) => ({
  kind: 'flip',
  at: draw.below(Math.max(1, bytes.length)),
  bit: draw.below(8),
});

const headerFlip: Drawer = (draw) => ({ kind: 'flip', at: 3200 + draw.below(640), bit: draw.below(8) });

const phrase: Drawer = (draw) => {
  const text = draw.pick(PHRASES);
  const bytes = [...new TextEncoder().encode(text.repeat(1 + draw.below(4)))];
  return { kind: 'write', at: draw.below(draw.chance(0.7) ? 3200 : 6800), bytes };
};

const stretch = (draw: Draw, { bytes }: DrawnFrom): { readonly at: number; readonly length: number } => ({
  at: draw.chance(0.4) ? draw.below(4000) : draw.below(Math.max(1, bytes.length)),
  length: draw.length(Math.max(1, bytes.length)),
});

const KINDS: readonly Drawer[] = [
  binaryWord,
  binaryWord,
  binaryWord,
  traceWord,
  traceWord,
  traceColumn,
  traceColumn,
  traceColumn,
  anyFlip,
  headerFlip,
  phrase,
  (draw, file) => ({ kind: 'fill', ...stretch(draw, file), value: draw.pick([0, 0, 0, 0xff, 0x40, 0x20]) }),
  (draw, file) => ({ kind: 'noise', ...stretch(draw, file), seed: draw.seed() }),
  (draw, file) => ({ kind: 'swap', ...stretch(draw, file), width: draw.pick([2, 4, 8] as const) }),
  (draw, file) => ({ kind: 'cut', ...stretch(draw, file) }),
  (draw, file) => ({ kind: 'insert', at: stretch(draw, file).at, length: draw.length(100_000), seed: draw.seed() }),
  (draw, file) => ({ kind: 'repeat', ...stretch(draw, file), times: draw.length(40) }),
  (draw, file) => {
    const fromAt = draw.chance(0.5) ? draw.below(4000) : draw.below(1_000_000);
    return { kind: 'splice', ...stretch(draw, file), from: draw.pick(file.names), fromAt };
  },
  (draw, { bytes }) => ({ kind: 'truncate', length: draw.below(bytes.length + 1) }),
  (draw) => ({
    kind: 'truncate',
    length: draw.pick([0, 1, 239, 3199, 3200, 3599, 3600, 3601, 3839, 3840, 3841, 7040]),
  }),
  (draw) => ({ kind: 'extend', length: draw.pick(EXTENDED_BYTES) + draw.below(1000) }),
];
