/** The header calls over a whole engine, against the bytes of a file that the test wrote. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineCalls } from '../../../shared/contract.ts';
import { faultOf } from '../../../shared/errors.ts';
import type { HeaderProgress } from '../../../shared/headers/header-calls.ts';
import { STANDARD_TRACE_WORDS } from '../../../shared/headers/trace-words.ts';
import { headerWordReader } from '../../../shared/headers/word-reader.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { createFallbackReader } from '../../native/fallback.ts';
import { createReader } from '../../native/open-reader.ts';
import { buildSegy, type TestTrace } from '../../formats/segy/test-segy-builder.ts';
import { createEngine, type Engine } from '../create-engine.ts';

/** Several turns of the event loop, and several steps of a search. */
const TRACES = 5000;
const STRIDE_BYTES = 240 + 4;
const FIRST_TRACE = 3600;

const trace = (i: number): TestTrace => ({
  words: {
    1: i + 1,
    9: 1000 + Math.floor(i / 100),
    29: i % 17 === 0 ? 2 : 1,
    37: (i % 240) * 25 - 3000,
    71: -100,
    181: 50_000_000 + i * 1250,
    185: 600_000_000,
    189: 100 + Math.floor(i / 50),
    193: 1 + (i % 50),
  },
  samples: [i],
});

const ILINE: HeaderPlace = { byte: 189, type: 'int32' };
const OFFSET: HeaderPlace = { byte: 37, type: 'int32' };
const TRCTYPE: HeaderPlace = { byte: 29, type: 'int16' };

let folder: string;
let bytes: Uint8Array;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-headers-'));
  path = join(folder, 'lines.sgy');
  bytes = buildSegy({ traces: Array.from({ length: TRACES }, (_, i) => trace(i)) });
  await writeFile(path, bytes);
});
afterAll(() => rm(folder, { recursive: true }));

/** The word of a trace, by another way than the engine's. */
function wordAt(index: number, { byte, type }: HeaderPlace): number {
  const view = new DataView(bytes.buffer, FIRST_TRACE + index * STRIDE_BYTES, 240);
  return headerWordReader(type, 'big')(view, byte - 1);
}
const column = (place: HeaderPlace): number[] => Array.from({ length: TRACES }, (_, i) => wordAt(i, place));
const tracesWhere = (matches: (index: number) => boolean): number[] =>
  Array.from({ length: TRACES }, (_, i) => i).filter(matches);

describe.each([
  ['addon', createReader],
  ['fallback', () => createFallbackReader('for the test')],
] as const)('headers by the %s', (_, reader) => {
  let engine: Engine;
  let calls: EngineCalls;
  let surveyId: string;
  const progress: HeaderProgress[] = [];

  beforeAll(async () => {
    engine = createEngine({
      host: 'browser',
      version: 'test',
      reader: reader(),
      launcher: null,
      folders: { state: join(folder, 'state'), cache: join(folder, 'cache'), sample: join(folder, 'sample') },
    });
    ({ calls } = engine.attachLocal({ headerProgress: (told) => progress.push(told) }));
    surveyId = (await calls.openSurvey(path)).id;
  });
  afterAll(() => engine.close());

  it('describes what is there', async () => {
    const description = await calls.describeHeaders(surveyId);
    expect(description).toMatchObject({ byteOrder: 'big', traceHeaderBytes: 240 });
    expect(description?.binaryHeader).toEqual(bytes.slice(3200, 3600));
  });

  it('gives the bytes of one trace', async () => {
    const start = FIRST_TRACE + 4321 * STRIDE_BYTES;
    expect(await calls.readTraceHeader(surveyId, 4321)).toEqual(bytes.slice(start, start + 240));
    await expect(calls.readTraceHeader(surveyId, TRACES)).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
  });

  it('gives rows of words', async () => {
    const places = [OFFSET, TRCTYPE, { byte: 183, type: 'uint16' }] as const;
    const rows = await calls.readTraceHeaders({ surveyId, filterId: null, first: 4000, count: 30, places });
    const indices = Array.from({ length: 30 }, (_, i) => 4000 + i);
    expect([...rows.traces]).toEqual(indices);
    expect([...rows.values]).toEqual(places.flatMap((place) => indices.map((index) => wordAt(index, place))));
  });

  it('filters, gives the matches in pages, and forgets them', async () => {
    const expression = 'inline >= 150 and byte(37) % 2 == 0 or trace <= 3';
    const { filterId, matchCount } = await calls.filterTraces({ requestId: 1, surveyId, expression });
    const expected = tracesWhere((i) => (wordAt(i, ILINE) >= 150 && wordAt(i, OFFSET) % 2 === 0) || i < 3);
    expect(matchCount).toBe(expected.length);
    const read = (first: number, count: number) =>
      calls.readTraceHeaders({ surveyId, filterId, first, count, places: [OFFSET] });
    for (const [first, count] of [
      [0, 10],
      [1000, 240],
      [matchCount - 5, 5],
      [7, 0],
    ] as const) {
      const { traces, values } = await read(first, count);
      expect([...traces]).toEqual(expected.slice(first, first + count));
      expect([...values]).toEqual([...traces].map((index) => wordAt(index, OFFSET)));
    }
    await expect(read(matchCount - 5, 6)).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
    await calls.dropFilter(filterId);
    await expect(read(0, 1)).rejects.toMatchObject({ fault: { code: 'filter-gone' } });
  });

  it('finds the row of a trace', async () => {
    const { filterId } = await calls.filterTraces({ requestId: 2, surveyId, expression: 'trctype == 2' });
    const rowOf = (trace: number, id: number | null) => calls.rowOfTrace({ surveyId, filterId: id, trace });
    expect(await rowOf(1234, null)).toEqual({ row: 1234, trace: 1234 });
    expect(await rowOf(34, filterId)).toEqual({ row: 2, trace: 34 });
    expect(await rowOf(35, filterId)).toEqual({ row: 3, trace: 51 });
    expect(await rowOf(TRACES - 1, filterId)).toEqual({ row: 294, trace: 4998 });
    const none = await calls.filterTraces({ requestId: 3, surveyId, expression: 'inline < 0' });
    expect(none.matchCount).toBe(0);
    expect(await rowOf(0, none.filterId)).toBeNull();
  });

  it('finds the next and the previous match', async () => {
    const find = (expression: string, from: number, direction: 1 | -1, filterId: number | null = null) =>
      calls.findTrace({ requestId: 4, surveyId, filterId, expression, from, direction });
    expect(await find('inline == 190', 0, 1)).toEqual({ row: 4500, trace: 4500 });
    expect(await find('inline == 100', TRACES - 1, -1)).toEqual({ row: 49, trace: 49 });
    expect(await find('inline == 190', 4600, 1)).toBeNull();
    expect(await find('trace == 1', 0, -1)).toEqual({ row: 0, trace: 0 });
    const { filterId } = await calls.filterTraces({ requestId: 5, surveyId, expression: 'trctype == 2' });
    expect(await find('inline > 101', 0, 1, filterId)).toEqual({ row: 6, trace: 102 });
  });

  it('sums up words, over all traces and over some', async () => {
    const places = STANDARD_TRACE_WORDS.map(({ byte, type }) => ({ byte, type }));
    const request = { requestId: 6, surveyId, filterId: null, places };
    for (const [most, step] of [
      [null, 1],
      [1000, 5],
    ] as const) {
      const statistics = await calls.summariseHeaders({ ...request, most });
      for (const [index, place] of places.entries()) {
        const values = column(place).filter((_, i) => i % step === 0);
        expect(statistics[index]).toEqual({
          count: values.length,
          min: Math.min(...values),
          max: Math.max(...values),
          mean: values.reduce((sum, value) => sum + value, 0) / values.length,
          zeroCount: values.filter((value) => value === 0).length,
          nonFiniteCount: 0,
          distinctCount: new Set(values).size,
        });
      }
    }
    expect(progress.filter(({ requestId }) => requestId === 6).at(-1)).toEqual({
      requestId: 6,
      done: 1000,
      total: 1000,
    });
  });

  it('reduces a column to buckets, a histogram and what is frequent', async () => {
    const request = { requestId: 7, surveyId, filterId: null, place: OFFSET, first: 10, count: 4000, buckets: 300 };
    const reduced = await calls.readHeaderColumn(request);
    const values = column(OFFSET).slice(10, 4010);
    expect(reduced).toMatchObject({ first: 10, count: 4000, rowsPerBucket: 14 });
    const buckets = Array.from({ length: 286 }, (_, i) => values.slice(14 * i, 14 * (i + 1)));
    expect([...reduced.least]).toEqual(buckets.map((bucket) => Math.min(...bucket)));
    expect([...reduced.greatest]).toEqual(buckets.map((bucket) => Math.max(...bucket)));
    const { min, max, counts } = reduced.histogram!;
    const width = (max - min) / counts.length;
    expect([...counts]).toEqual(
      Array.from(counts, (_, bin) => values.filter((value) => Math.floor((value - min) / width) === bin).length),
    );
    expect(reduced.statistics).toMatchObject({ count: 4000, min: -3000, max: 2975, distinctCount: 240 });
    expect(reduced.frequent?.values[0]).toBe(-2750);
    expect(reduced.frequent?.counts[0]).toBe(values.filter((value) => value === -2750).length);
  });

  it('reduces the column of matches, and of none', async () => {
    const { filterId, matchCount } = await calls.filterTraces({ requestId: 8, surveyId, expression: 'offset > 2000' });
    const request = { requestId: 9, surveyId, filterId, place: OFFSET, first: 0, buckets: 100 };
    const reduced = await calls.readHeaderColumn({ ...request, count: matchCount });
    expect(reduced.statistics).toMatchObject({ count: matchCount, min: 2025, max: 2975 });
    const none = await calls.readHeaderColumn({ ...request, count: 0 });
    expect(none).toMatchObject({ statistics: { count: 0, min: NaN, distinctCount: 0 }, histogram: null });
    expect(none.least).toHaveLength(0);
  });

  it('stops a task that is cancelled, and all of them with their client', async () => {
    const expression = 'inline > 0';
    const cancelled = calls.filterTraces({ requestId: 10, surveyId, expression });
    const client = engine.attachLocal();
    const left = client.calls.filterTraces({ requestId: 10, surveyId, expression });
    const faults = Promise.allSettled([cancelled, left]);
    await calls.cancelHeaderTask(10);
    client.close();
    const faultsOfBoth = (await faults).map((outcome) => outcome.status === 'rejected' && faultOf(outcome.reason));
    expect(faultsOfBoth).toEqual([{ code: 'cancelled' }, { code: 'cancelled' }]);
  });

  it('refuses what is wrong', async () => {
    const rows = { surveyId, filterId: null, first: 0, count: 1 };
    const place = (byte: number, type: string) => [{ byte, type }] as unknown as HeaderPlace[];
    for (const places of [place(238, 'int32'), place(0, 'int8'), place(1, 'int'), place(1.5, 'int8')]) {
      await expect(calls.readTraceHeaders({ ...rows, places })).rejects.toMatchObject({ fault: { code: 'usage' } });
    }
    await expect(calls.readTraceHeaders({ ...rows, first: -1, places: [OFFSET] })).rejects.toMatchObject({
      fault: { code: 'out-of-range' },
    });
    await expect(calls.filterTraces({ requestId: 11, surveyId, expression: 'inlin > 1' })).rejects.toMatchObject({
      fault: { code: 'wrong-expression', start: 0, end: 5 },
    });
    await expect(calls.describeHeaders('none')).rejects.toMatchObject({ fault: { code: 'survey-not-open' } });
  });

  it('reads the survey anew by other overrides, and forgets its matches', async () => {
    const other = engine.attachLocal().calls;
    const { filterId } = await other.filterTraces({ requestId: 1, surveyId, expression: 'inline == 7' });
    await other.remapSurvey(surveyId, { inline: { byte: 193, type: 'int32' }, crossline: ILINE });
    const rows = { surveyId, filterId, first: 0, count: 0, places: [] };
    await expect(other.readTraceHeaders(rows)).rejects.toMatchObject({ fault: { code: 'filter-gone' } });
    const remapped = await other.filterTraces({ requestId: 2, surveyId, expression: 'inline == 7' });
    expect(remapped.matchCount).toBe(100);
  });
});
