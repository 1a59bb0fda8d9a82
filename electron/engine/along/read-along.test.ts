/** Sections of a cube along a line of another file, against a computation of the test's own. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlongInterpolation } from '../../../shared/geometry/along/trace-weights.ts';
import {
  compactData,
  NO_DECIMATION,
  TRACE_DEAD,
  TRACE_LIVE,
  TRACE_MISSING,
  type AlongPlane,
  type Decimation,
  type SliceReply,
} from '../../../shared/slices.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex, traceIndex } from '../../../shared/units.ts';
import { buildSegy, gridTrace, type TestTrace } from '../../formats/segy/test-segy-builder.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import type { Truth } from '../../sample/truth.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createEngine, type Engine } from '../create-engine.ts';
import { ScanWatch } from '../scan-watch.ts';

const INLINES = Array.from({ length: 12 }, (_, k) => 10 + k);
const CROSSLINES = Array.from({ length: 9 }, (_, k) => 30 + k);
const SAMPLES = 11;
const HOLE = [13, 35] as const;
const DEAD = [17, 35] as const;

/** Nothing that interpolates by itself. */
const amplitude = (inline: number, crossline: number, sample: number): number =>
  Math.fround(Math.sin(inline * 12.9898 + crossline * 78.233 + sample * 37.719) * 43.7);

const isAt = ([i, j]: readonly [number, number], inline: number, crossline: number): boolean =>
  i === inline && j === crossline;

const cubeTraces = (): TestTrace[] =>
  INLINES.flatMap((inline) =>
    CROSSLINES.filter((crossline) => !isAt(HOLE, inline, crossline)).map((crossline) => ({
      words: gridTrace(inline, crossline).words,
      samples: Array.from({ length: SAMPLES }, (_, k) =>
        isAt(DEAD, inline, crossline) ? 0 : amplitude(inline, crossline, k),
      ),
    })),
  );

/** Runs through the cube, leaves it, comes back through hole and dead trace; inline and crossline numbers, fractional. */
const LINE_POINTS = Array.from({ length: 60 }, (_, k): [number, number] =>
  k < 30 ? [7.13 + 0.58 * k, 31.21 + 0.137 * k] : [23.95 - 0.413 * (k - 29), 35.183 - 0.0107 * (k - 29)],
);

const lineTraces = (): TestTrace[] =>
  LINE_POINTS.map(([inline, crossline], k) => {
    const x = 500_000 + inline * 20 + crossline * -7.5;
    const y = 6_000_000 + inline * 15 + crossline * 10;
    return {
      words: { 21: 100 + k, 71: -100, 181: Math.round(x * 100), 185: Math.round(y * 100) },
      samples: Array.from({ length: 5 }, (_, sample) => k + sample),
    };
  });

let folder: string;
const engines: Engine[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-along-'));
  await writeFile(join(folder, 'cube.sgy'), buildSegy({ traces: cubeTraces() }));
  await writeFile(join(folder, 'line.sgy'), buildSegy({ traces: lineTraces() }));
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  await rm(folder, { recursive: true });
});

function start(options: { readonly cacheBudgetBytes?: number; readonly usesCubeFiles?: boolean } = {}) {
  const scan = new ScanWatch();
  const engine = createEngine({
    host: 'browser',
    version: 'test',
    launcher: createLocalLauncher(),
    folders: { state: join(folder, 'state'), cache: join(folder, 'cache'), sample: join(folder, 'sample') },
    allowSynthetic: true,
    ...options,
  });
  engines.push(engine);
  const { calls } = engine.attachLocal(scan);
  let requestId = 0;
  const open = async (path: string): Promise<SurveyInfo> => await scan.finished(await calls.openSurvey(path));
  const read = async (surveyId: SurveyId, plane: AlongPlane, decimation: Decimation = NO_DECIMATION) => {
    requestId += 1;
    return await calls.readSlice({ requestId, surveyId, plane, decimation, stream: 'along' });
  };
  return { calls, open, read };
}

async function openBoth(options?: Parameters<typeof start>[0]) {
  const started = start(options);
  const cube = await started.open(join(folder, 'cube.sgy'));
  const line = await started.open(join(folder, 'line.sgy'));
  return { ...started, cube, line };
}

const along = (line: SurveyInfo, interpolation: AlongInterpolation): AlongPlane => ({
  orientation: 'along',
  profile: line.id,
  line: lineIndex(0),
  index: traceIndex(0),
  count: line.traceCount,
  interpolation,
});

const isInside = ([inline, crossline]: readonly [number, number]): boolean =>
  inline >= 9.5 && inline <= 21.5 && crossline >= 29.5 && crossline <= 38.5;

type Kind = typeof TRACE_LIVE | typeof TRACE_DEAD | typeof TRACE_MISSING;
const kindOf = (inline: number, crossline: number): Kind =>
  isAt(HOLE, inline, crossline) ? TRACE_MISSING : isAt(DEAD, inline, crossline) ? TRACE_DEAD : TRACE_LIVE;

/** Straight from the definition, sample by sample. */
function expected(point: readonly [number, number], sample: number, interpolation: AlongInterpolation): number {
  if (!isInside(point)) return NaN;
  const [inline, crossline] = [Math.min(Math.max(point[0], 10), 21), Math.min(Math.max(point[1], 30), 38)];
  const nearest = [Math.round(inline), Math.round(crossline)] as const;
  const kind = kindOf(...nearest);
  if (kind !== TRACE_LIVE) return kind === TRACE_MISSING ? NaN : 0;
  if (interpolation === 'nearest') return amplitude(...nearest, sample);
  let sum = 0;
  let weights = 0;
  for (const i of INLINES) {
    for (const j of CROSSLINES) {
      const weight = Math.max(0, 1 - Math.abs(i - inline)) * Math.max(0, 1 - Math.abs(j - crossline));
      if (weight === 0 || kindOf(i, j) !== TRACE_LIVE) continue;
      sum += weight * amplitude(i, j, sample);
      weights += weight;
    }
  }
  return sum / weights;
}

const statusOf = (point: readonly [number, number]): Kind =>
  isInside(point) ? kindOf(Math.round(point[0]), Math.round(point[1])) : TRACE_MISSING;

function compare({ view, traceStatus }: SliceReply, interpolation: AlongInterpolation, every: Decimation): void {
  const points = LINE_POINTS.filter((_, k) => k % every.rows === 0);
  const samples = Array.from({ length: Math.ceil(SAMPLES / every.columns) }, (_, k) => k * every.columns);
  expect(view.shape).toEqual([points.length, samples.length]);
  const wanted = points.flatMap((point) => samples.map((sample) => expected(point, sample, interpolation)));
  // The grid is fitted to coordinates in whole centimetres: a hundred-thousandth of a bin.
  const data = compactData(view);
  const off = wanted.map((value, at) =>
    Number.isNaN(value) && Number.isNaN(data[at]) ? 0 : Math.abs(data[at]! - value),
  );
  expect(Math.max(...off)).toBeLessThan(0.05);
  expect([...traceStatus!]).toEqual(points.map(statusOf));
}

describe('a section along a line', () => {
  it.each(['nearest', 'bilinear'] as const)('is made trace by trace (%s)', async (interpolation) => {
    const { read, cube, line } = await openBoth();
    const reply = await read(cube.id, along(line, interpolation));
    compare(reply, interpolation, NO_DECIMATION);
    expect(new Set(reply.traceStatus)).toEqual(new Set([TRACE_LIVE, TRACE_DEAD, TRACE_MISSING]));
    expect(reply.timing.bytesRead).toBeGreaterThan(0);
    expect(reply.timing.origin).toMatch(/mapped|fallback/);
    expect(reply.timing.file).toBe('cube.sgy');
    expect(reply.timing.stackMs).toBeGreaterThan(0);
  });

  it('comes coarse, from the file and from the cache', async () => {
    const { read, cube, line } = await openBoth();
    const plane = along(line, 'bilinear');
    const coarse = { rows: 7, columns: 3 };
    const read1 = await read(cube.id, plane, coarse);
    compare(read1, 'bilinear', coarse);
    await read(cube.id, plane);
    const other = { rows: 4, columns: 2 };
    const cached = await read(cube.id, plane, other);
    compare(cached, 'bilinear', other);
    expect([read1.timing.origin === 'cache', cached.timing.origin]).toEqual([false, 'cache']);
  });

  it('is of the traces of the line that are asked for', async () => {
    const { read, cube, line } = await openBoth();
    const whole = await read(cube.id, along(line, 'nearest'));
    const part = await read(cube.id, { ...along(line, 'nearest'), index: traceIndex(20), count: 15 });
    expect(compactData(part.view)).toEqual(compactData(whole.view).slice(20 * SAMPLES, 35 * SAMPLES));
  });

  it('comes from the cube file where that serves, with the same samples', async () => {
    const { calls, read, cube, line } = await openBoth({ usesCubeFiles: true, cacheBudgetBytes: 0 });
    const fromSegy = await read(cube.id, along(line, 'bilinear'));
    await calls.buildCubeFile(cube.id);
    await vi.waitFor(async () => expect((await calls.readCubeFile(cube.id))?.status).toBe('serving'));
    const fromCube = await read(cube.id, along(line, 'bilinear'));
    expect(fromCube.timing).toMatchObject({ file: 'cube.h5', layout: 'ilines' });
    expect([compactData(fromCube.view), fromCube.traceStatus]).toEqual([
      compactData(fromSegy.view),
      fromSegy.traceStatus,
    ]);
  });

  it('stops where it is cancelled', async () => {
    const { calls, open } = start();
    await writeFile(join(folder, 'far.sgy'), buildSegy({ traces: lineTraces() }));
    const line = await open(join(folder, 'far.sgy'));
    const cube = await open(join(folder, 'cube.sgy'));
    const request = { surveyId: cube.id, plane: along(line, 'nearest'), decimation: NO_DECIMATION, stream: 'along' };
    const first = calls.readSlice({ ...request, requestId: 1 });
    const refused = expect(first).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    await calls.cancelSlice(1);
    await refused;
    await expect(calls.readSlice({ ...request, requestId: 2 })).resolves.toMatchObject({ requestId: 2 });
  });
});

describe('what cannot be', () => {
  it('says why', async () => {
    const { read, cube, line, open } = await openBoth();
    const far = lineTraces().map(({ words, samples }) => ({
      words: { ...words, 181: words[181]! + 10_000_000 },
      samples,
    }));
    await writeFile(join(folder, 'far.sgy'), buildSegy({ traces: far }));
    const none = lineTraces().map(({ words, samples }) => ({ words: { 21: words[21]! }, samples }));
    await writeFile(join(folder, 'none.sgy'), buildSegy({ traces: none }));
    const feet = { 3255: 2 };
    await writeFile(join(folder, 'feet.sgy'), buildSegy({ traces: lineTraces(), binary: feet }));
    const sectionAlong = async (name: string): Promise<SliceReply> => {
      const other = await open(join(folder, name));
      return await read(cube.id, along(other, 'nearest'));
    };
    await expect(sectionAlong('far.sgy')).rejects.toThrow('far.sgy does not run over cube.sgy');
    await expect(sectionAlong('none.sgy')).rejects.toThrow(/none\.sgy has no coordinates|holds no lines/);
    await expect(sectionAlong('feet.sgy')).rejects.toThrow('are in metres, those of feet.sgy in feet');
    await expect(read(line.id, along(line, 'nearest'))).rejects.toThrow('line.sgy is no cube');
    await expect(read(cube.id, { ...along(line, 'nearest'), count: 61 })).rejects.toMatchObject({
      fault: { code: 'out-of-range' },
    });
    await expect(
      read(cube.id, { ...along(line, 'nearest'), interpolation: 'cubic' as AlongInterpolation }),
    ).rejects.toThrow('no known interpolation');
  });
});

describe('the sample survey', () => {
  it('agrees with the lines that have no mis-tie, as far as noise and the bins let it', async () => {
    const sample = join(folder, 'sample');
    await writeSurvey(sample, TINY_DESIGN, {});
    const { open, read, calls } = start();
    const cube = await open(join(sample, 'sample-tiny.sgy'));
    const truth = JSON.parse(await readFile(join(sample, 'truth.json'), 'utf8')) as Truth;
    const untied = truth.lines.filter(({ gain, phaseDeg, shiftMs }) => gain === 1 && phaseDeg === 0 && shiftMs === 0);
    let compared = 0;
    for (const { file } of untied) {
      const line = await open(join(sample, file));
      if (line.samples.sampleIntervalUs !== cube.samples.sampleIntervalUs) continue;
      const section = await read(cube.id, along(line, 'bilinear')).catch(() => null);
      if (section === null) continue;
      const plane = { orientation: 'traces', index: traceIndex(0), count: line.traceCount } as const;
      const own = await calls.readSlice({ requestId: 1000 + compared, surveyId: line.id, plane, decimation: NO_DECIMATION, stream: 'own' }); // prettier-ignore
      const [cubeSamples, lineSamples] = [compactData(section.view), compactData(own.view)];
      const both = Array.from(cubeSamples, (value, at) => [value, lineSamples[at]!] as const).filter(([value]) => !Number.isNaN(value)); // prettier-ignore
      compared += 1;
      expect(correlation(both)).toBeGreaterThan(0.9);
    }
    expect(compared).toBeGreaterThan(2);
  });
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  return xy / Math.sqrt(xx * yy);
}
