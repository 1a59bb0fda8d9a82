/** What segyio, the reader that others use, makes of the sample. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPython } from '../bench/harness/peer-python.ts';
import { createEarthModel } from './earth-model.ts';
import { planSample, type PlannedFile } from './sample-plan.ts';
import { recordLengthMs } from './survey-design.ts';
import { TINY_DESIGN } from './tiny-design.ts';
import { createTraceGenerator } from './trace-generator.ts';
import { createWaveletPair } from './wavelet.ts';
import { writeSurvey } from './write-sample.ts';

interface SegyioView {
  readonly cube: {
    readonly ilines: number[];
    readonly xlines: number[];
    readonly samples: number[];
    readonly format: number;
    readonly sorting: number;
    readonly text: string[];
    readonly corner: [number, number];
    readonly opposite: [number, number];
    readonly scalar: number;
    readonly trace: number[];
    readonly inlineOfTrace: number[];
  };
  readonly lines: {
    readonly traces: number;
    readonly samples: number;
    readonly interval: number;
    readonly cdp: number[];
    readonly x: number[];
    readonly y: number[];
    readonly sourceX: number[];
    readonly inlines: number[];
    readonly trace: number[];
  }[];
}

const { python } = await findPython(['segyio'], process.env);
const plan = planSample(TINY_DESIGN);
const earth = createEarthModel(TINY_DESIGN);
const waveletPair = createWaveletPair();

/** A trace made alone, out of order. */
function traceOf(file: PlannedFile, traceIndex: number): number[] {
  const samples = new Float32Array(file.layout.sampleCount);
  const generator = createTraceGenerator(earth, waveletPair, recordLengthMs(TINY_DESIGN), file);
  const { xCm, yCm } = file.positionOf(traceIndex);
  generator.signalAt(xCm, yCm, samples);
  generator.addNoiseOf(traceIndex, samples);
  return [...samples];
}

/** Equal within the 21 bits that an IBM float holds at least. */
function expectSamples(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, k) => {
    expect(Math.abs(value - expected[k]!)).toBeLessThanOrEqual(Math.abs(expected[k]!) * 2 ** -20);
  });
}

describe.skipIf(python === null)('segyio (needs a Python that imports it: CROSSLINE_PYTHON)', () => {
  let folder: string;
  let seen: SegyioView;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crossline-segyio-'));
    const { cubePath, linePaths } = await writeSurvey(folder, TINY_DESIGN, {});
    const script = join(import.meta.dirname, 'segyio_read.py');
    const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
    seen = JSON.parse(execFileSync(python!, [script, cubePath, ...linePaths], options)) as SegyioView;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens the cube strictly, with its lines, samples and text', () => {
    const { cube } = seen;
    expect(cube.ilines).toEqual(Array.from({ length: 7 }, (_, i) => 1201 + i));
    expect(cube.xlines).toEqual(Array.from({ length: 9 }, (_, i) => 3401 + i));
    expect(cube.samples).toEqual(Array.from({ length: 125 }, (_, k) => 4 * k));
    expect([cube.format, cube.sorting, cube.scalar]).toEqual([1, 2, -100]);
    expect(cube.text[0]).toMatch(/^C 1 CROSSLINE SAMPLE SURVEY \(TINY\)/);
    const text = cube.text.join('\n');
    for (const words of ['TWO-WAY TIME', 'DATUM', `SEED ${TINY_DESIGN.seed}`, 'BYTES 189-192', 'END TEXTUAL HEADER']) {
      expect(text).toContain(words);
    }
  });

  test('finds the coordinates of a grid rotated by 27.5 degrees', () => {
    const [x0, y0] = seen.cube.corner;
    const [x1, y1] = seen.cube.opposite;
    expect([x0, y0]).toEqual([52_641_850, 671_308_225]);
    const angle = (27.5 * Math.PI) / 180;
    const [alongM, acrossM] = [8 * 110, 6 * 120];
    expect(x1 - x0).toBeCloseTo(100 * (alongM * Math.cos(angle) - acrossM * Math.sin(angle)), -0.5);
    expect(y1 - y0).toBeCloseTo(100 * (alongM * Math.sin(angle) + acrossM * Math.cos(angle)), -0.5);
  });

  test('reads the samples that the generator made', () => {
    expectSamples(seen.cube.trace, traceOf(plan.cube, 10));
    expectSamples(seen.cube.inlineOfTrace, traceOf(plan.cube, 9 + 1));
  });

  test('reads every line as traces', () => {
    seen.lines.forEach((line, i) => {
      const planned = plan.lines[i]!;
      expect(line.traces).toBe(planned.points.length);
      expect([line.samples, line.interval]).toEqual([
        planned.layout.sampleCount,
        planned.layout.sampleIntervalUs / 1000,
      ]);
      expect(line.cdp).toEqual(planned.points.map((_, k) => 1001 + k));
      expect([line.x, line.y]).toEqual([planned.points.map((p) => p.xCm), planned.points.map((p) => p.yCm)]);
      expect(line.sourceX).toEqual(line.x);
      expect(line.inlines).toEqual([0]);
      expectSamples(line.trace, traceOf(planned, 5));
    });
  });
});
