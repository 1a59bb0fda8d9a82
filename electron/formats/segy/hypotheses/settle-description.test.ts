/** Files whose binary header names the wrong sample format, or none. */
import { describe, expect, it } from 'vitest';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { createReader } from '../../../native/open-reader.ts';
import { openSegy } from '../open-segy.ts';
import { createRandom } from '../seeded-random.ts';
import { TEST_SAMPLE_BYTES } from '../test-sample-words.ts';
import { withSegyFile, type TestSegy, type TestTrace } from '../test-segy-builder.ts';

const reader = createReader();
const SAMPLES = 150;

interface Opened {
  readonly info: SurveyInfo;
  readonly firstTrace: Float32Array;
}

const open = (segy: TestSegy, overrides: MappingOverrides = {}): Promise<Opened> =>
  withSegyFile(segy, async (path) => {
    const source = await openSegy(path, { reader, id: 'test', index: null, overrides });
    try {
      const firstTrace = new Float32Array(source.info.samples.count);
      await source.readTraces(0, 1, firstTrace, new AbortController().signal);
      return { info: source.info, firstTrace };
    } finally {
      await source.close();
    }
  });

/** Largest amplitude that each format is given: floats of a thousand, integers well within their range. */
const AMPLITUDE: Readonly<Record<number, number>> = {
  1: 1500,
  5: 1500,
  6: 1500,
  2: 1e6,
  3: 20_000,
  7: 1e6,
  8: 100,
  9: 1e9,
};
/** Unsigned data lie about the middle of what is used of their range. */
const UNSIGNED: Readonly<Record<number, number>> = { 10: 1e6, 11: 30_000, 12: 1e9, 15: 1e6, 16: 120 };

/** Decaying waves of two frequencies with a little noise, 6 x 8 traces, headers as writers leave them. */
function waves(format: number): TestTrace[] {
  const random = createRandom(format);
  const middle = UNSIGNED[format] ?? 0;
  const amplitude = AMPLITUDE[format] ?? middle * 0.9;
  const isFloat = format === 1 || format === 5 || format === 6;
  return Array.from({ length: 48 }, (_, trace) => {
    const phase = 6 * random();
    const samples = Array.from({ length: SAMPLES }, (_, k) => {
      const wave = 0.6 * Math.sin(phase + k / 3.1) + 0.25 * Math.sin(2 * phase + k / 1.7) + 0.1 * (random() - 0.5);
      const value = middle + amplitude * wave * Math.exp(-k / 120);
      return isFloat ? value : Math.round(value);
    });
    const [inline, crossline] = [1 + Math.floor(trace / 8), 1 + (trace % 8)];
    return { words: { 29: 1, 71: -100, 115: SAMPLES, 117: 4000, 189: inline, 193: crossline }, samples };
  });
}

/** The file of one format whose binary header states another. */
const misstated = (format: number, stated: number, littleEndian = false): TestSegy => ({
  traces: waves(format),
  format,
  littleEndian,
  binary: { 3225: stated },
});

const codesOf = ({ findings }: SurveyInfo): string[] => findings.map(({ code }) => code);

describe('a wrong format code', () => {
  const certain = [
    [1, 5],
    [1, 2],
    [1, 10],
    [5, 1],
    [5, 2],
    [5, 10],
    [2, 1],
    [2, 5],
    [6, 9],
    [6, 12],
    [9, 6],
    // Another width: trace headers do not repeat where the stated format puts them.
    [3, 1],
    [3, 5],
    [3, 8],
    [8, 3],
    [8, 5],
    [5, 3],
    [1, 8],
    [6, 5],
    [7, 1],
  ];

  it.each(certain)('samples of format %i stated as %i', async (format, stated) => {
    for (const littleEndian of [false, true]) {
      const segy = misstated(format, stated, littleEndian);
      const { info, firstTrace } = await open(segy);
      expect(info.sampleFormat.code).toBe(format);
      expect(info).toMatchObject({ kind: 'cube', traceCount: 48, samples: { count: SAMPLES } });
      expect(firstTrace[5]).toBeCloseTo(segy.traces[0]!.samples[5]!, 2);
      const finding = info.findings.find(({ code }) => code === 'format-contradicted');
      expect(finding).toMatchObject({ severity: 'warning', remedies: [{ overrides: { format: stated } }] });
      expect(info.mapping).toMatchObject({ origin: 'detected', overrides: {}, mapping: { format } });
    }
  });

  it('is used all the same where the user says so', async () => {
    const { info } = await open(misstated(5, 1), { format: 1 });
    expect(info.sampleFormat.code).toBe(1);
    expect(codesOf(info)).not.toContain('format-contradicted');
  });

  it.each([
    [3, 11],
    [2, 10],
    [9, 12],
  ])('signed samples of format %i stated as %i are doubted, and left as they are', async (format, stated) => {
    const { info } = await open(misstated(format, stated));
    expect(info.sampleFormat.code).toBe(stated);
    const finding = info.findings.find(({ code }) => code === 'format-doubtful');
    expect(finding).toMatchObject({ remedies: [{ overrides: { format } }] });
  });
});

describe('a right format code', () => {
  it.each(Object.keys(TEST_SAMPLE_BYTES).map(Number))('%i is believed', async (format) => {
    if (format === 4) return;
    for (const littleEndian of [false, true]) {
      const { info } = await open(misstated(format, format, littleEndian));
      expect(info.sampleFormat.code).toBe(format);
      expect(codesOf(info).filter((code) => code.startsWith('format-'))).toEqual([]);
    }
  });

  it.each([
    ['one magnitude and its sign', (k: number) => (k % 3 === 0 ? 1 : -1)],
    ['velocities', (k: number) => 2400 + 10 * k + (k % 7)],
    ['spikes', (k: number) => (k % 37 === 0 ? 1e4 : 0)],
    ['zeros', () => 0],
    ['noise of few values', (k: number) => ((k * 7919) % 11) - 5],
  ])('is believed of %s', async (_, valueAt) => {
    for (const format of [1, 5]) {
      const traces = waves(5).map(({ words }, i) => ({
        words,
        samples: Array.from({ length: SAMPLES }, (__, k) => valueAt(k + i)),
      }));
      const { info } = await open({ traces, format });
      expect(info.sampleFormat.code).toBe(format);
      expect(codesOf(info).filter((code) => code.startsWith('format-'))).toEqual([]);
    }
  });
});

describe('no format code', () => {
  it.each([
    [1, 0],
    [5, 0],
    [3, 0],
    [8, 99],
    [6, 13],
  ])('samples of format %i, stated as %i', async (format, stated) => {
    for (const littleEndian of [false, true]) {
      const { info } = await open(misstated(format, stated, littleEndian));
      expect(info).toMatchObject({ kind: 'cube', byteOrder: littleEndian ? 'little' : 'big' });
      expect(info.sampleFormat.code).toBe(format);
      expect(codesOf(info)).toContain('format-missing');
    }
  });

  it('is refused where no trace headers show either', async () => {
    const traces = waves(5).map(({ samples }) => ({ words: {}, samples }));
    await expect(open({ traces, binary: { 3225: 0 } })).rejects.toMatchObject({ fault: { code: 'not-segy' } });
  });
});
