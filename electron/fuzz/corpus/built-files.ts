/** Valid small files of every kind that the reader tells apart, made here, so that a checkout alone has something to mutate. */
import {
  buildSegy,
  gridTrace,
  gridTraces,
  type TestSegy,
  type TestTrace,
} from '../../formats/segy/test-segy-builder.ts';
import { TEST_SAMPLE_BYTES } from '../../formats/segy/test-sample-words.ts';

const range = (count: number, first = 1, step = 1): number[] =>
  Array.from({ length: count }, (_, i) => first + i * step);

const GRID = { inlines: range(9, 100), crosslines: range(11, 300, 2), sampleCount: 40 };
const CUBE = gridTraces(GRID);

/** Samples that tell traces apart; some traces are dead. */
const traceOf = (words: Readonly<Record<number, number>>, index: number, sampleCount = 30): TestTrace => ({
  words,
  samples: Array.from({ length: sampleCount }, (_, k) => (index % 17 === 16 ? 0 : Math.sin(index + k / 3) * 1000)),
});

const LINE = range(120).map((cdp, i) => traceOf({ 21: cdp, 71: -10, 181: 4_000_000 + cdp * 125, 185: 61_000_000 }, i));
const GATHERS = range(12).flatMap((cdp) =>
  range(8, 100, 50).map((offset, i) =>
    traceOf({ 9: cdp, 13: i + 1, 21: cdp, 37: offset, 189: 7, 193: cdp }, cdp * 8 + i),
  ),
);
const PRESTACK = range(5, 10).flatMap((inline) =>
  range(6, 20).flatMap((crossline) =>
    range(3, 100, 100).map((offset, i) => traceOf({ 37: offset, 189: inline, 193: crossline }, inline + crossline + i)),
  ),
);
const TWO_LINES = [...LINE.slice(0, 40), ...LINE.slice(0, 50)];
const DELAYED = CUBE.map(({ words, samples }, i) => ({ words: { ...words, 109: 4 * (i % 5) }, samples }));
const UNEQUAL = range(60).map((cdp, i) => traceOf({ 21: cdp, 115: 10 + (i % 13) }, i, 10 + (i % 13)));
const EXTENDED = [' '.repeat(3200), 'C 1 more\n((SEG: EndText))'];

const SEGYS: Readonly<Record<string, TestSegy>> = {
  'cube.sgy': { traces: CUBE, text: 'C 1 DOMAIN: TIME' },
  'cube-by-crossline.sgy': { traces: gridTraces({ ...GRID, sorting: 'crossline' }) },
  'cube-descending.sgy': { traces: CUBE.toReversed() },
  'cube-little-endian.sgy': { traces: CUBE, littleEndian: true },
  'cube-with-gaps.sgy': { traces: CUBE.filter((_, i) => i % 7 !== 3) },
  'cube-with-repeats.sgy': { traces: [...CUBE, gridTrace(101, 304, 40)] },
  'cube-delayed.sgy': { traces: DELAYED },
  'cube-with-tail.sgy': { traces: CUBE, tailBytes: 333 },
  'line.sgy': { traces: LINE },
  'two-lines.sgy': { traces: TWO_LINES },
  'gathers.sgy': { traces: GATHERS },
  'prestack.sgy': { traces: PRESTACK },
  'traces.sgy': { traces: range(30).map((_, i) => traceOf({}, i)) },
  'one-trace.sgy': { traces: [gridTrace(5, 6, 1000)] },
  'unequal.sgy': { traces: UNEQUAL, binary: { 3221: 22 } },
  'extended-text.sgy': { traces: CUBE, extendedText: EXTENDED, binary: { 3501: 256 } },
  'extended-text-to-its-end.sgy': { traces: CUBE, extendedText: EXTENDED, binary: { 3501: 256, 3505: -1 } },
  'revision-2.sgy': { traces: LINE, binary: { 3501: 0x0201, 3503: 1, 3269: 0, 3271: 30 } },
};

/** Half a kilobyte more a trace: a regular cube beyond the size up to which files are scanned while they open. */
const LARGE = { inlines: range(40, 1), crosslines: range(30, 1), sampleCount: 1000 };

/** By name. Seismic Unix has the traces alone. */
export function* builtFiles(): Generator<[name: string, bytes: Uint8Array]> {
  for (const [name, segy] of Object.entries(SEGYS)) yield [name, buildSegy(segy)];
  for (const format of Object.keys(TEST_SAMPLE_BYTES).map(Number)) {
    const traces = LINE.map(({ words, samples }) => ({
      words,
      samples: samples.map((value) => Math.round(Math.abs(value) / 10)),
    }));
    yield [`format-${format}.sgy`, buildSegy({ traces, format, littleEndian: format % 2 === 0 })];
  }
  yield ['seismic-unix.su', buildSegy({ traces: LINE, littleEndian: true }).subarray(3600)];
  yield ['cube-of-5-megabytes.sgy', buildSegy({ traces: gridTraces(LARGE) })];
}
