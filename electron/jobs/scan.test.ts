/** The scan job's body, and what a source makes of its result. */
import { open } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { SurveyInfo } from '../../shared/survey.ts';
import { inlineIndex, traceIndex } from '../../shared/units.ts';
import { openSegy } from '../formats/segy/open-segy.ts';
import { neverAborted, readPlane } from '../formats/segy/test-planes.ts';
import { gridTraces, withSegyFile, type TestSegy } from '../formats/segy/test-segy-builder.ts';
import { createReader } from '../native/open-reader.ts';
import { scanSegy } from './scan.ts';

const reader = createReader();
const range = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);

/** 600 traces of 2000 samples, 4.9 MB: large enough to be opened from a few headers. */
const traces = gridTraces({ inlines: range(1, 20), crosslines: range(101, 30), sampleCount: 2000 });
/** A duplicate that no probe sees: trace 311 claims the position of trace 310. */
const doctored = traces.map((trace, i) => (i === 311 ? { ...trace, words: traces[310]!.words } : trace));

describe('scanSegy', () => {
  it('confirms a regular cube, and the source tells', async () => {
    await withSegyFile({ traces }, async (path) => {
      const source = await openSegy(path, { reader, id: 'test', index: null });
      expect(source.info).toMatchObject({ kind: 'cube', geometryState: 'sampled', missingTraceCount: null });
      const heard: SurveyInfo[] = [];
      const stop = source.onInfo((info) => heard.push(info));
      const progress: number[] = [];
      const result = await scanSegy(path, reader, { signal: null, onProgress: (done) => progress.push(done) });
      await source.applyScan(structuredClone(result));
      stop();
      await source.applyScan(result);
      await source.close();
      expect(progress.at(-1)).toBe(600);
      expect(heard).toHaveLength(1);
      expect(heard[0]).toMatchObject({ geometryState: 'scanned', missingTraceCount: 0, deadTraceCount: 0 });
      expect(result.knowledge.geometry).toMatchObject({
        order: { kind: 'regular', firstTrace: 0, inlineStride: 30, crosslineStride: 1 },
      });
    });
  });

  it('corrects what a few headers made look regular', async () => {
    await withSegyFile({ traces: doctored }, async (path) => {
      const source = await openSegy(path, { reader, id: 'test', index: null });
      expect(source.info).toMatchObject({ kind: 'cube', geometryState: 'sampled' });
      await source.applyScan(await scanSegy(path, reader, { signal: null, onProgress: () => undefined }));
      expect(source.info).toMatchObject({ geometryState: 'scanned', missingTraceCount: 1 });
      const plane = await readPlane(source, { orientation: 'inline', index: inlineIndex(10) });
      expect(plane.data[10 * 2000]).toBe(traces[310]!.samples[0]);
      expect(plane.data[11 * 2000]).toBeNaN();
      await source.close();
    });
  });

  it.each([
    { what: 'confirmed all', scanned: traces, hasSameSlices: true },
    {
      what: 'found two traces exchanged, which changes neither axes nor counts',
      scanned: traces.map((trace, i) => (i === 311 || i === 312 ? { ...trace, words: traces[623 - i]!.words } : trace)),
      hasSameSlices: false,
    },
    {
      what: 'found a dead trace',
      scanned: traces.map((trace, i) => (i === 311 ? { ...trace, words: { ...trace.words, 29: 2 } } : trace)),
      hasSameSlices: false,
    },
  ])('says whether earlier slices still hold: $what', async ({ scanned, hasSameSlices }) => {
    await withSegyFile({ traces: scanned }, async (path) => {
      const source = await openSegy(path, { reader, id: 'test', index: null });
      expect(source.info).toMatchObject({ kind: 'cube', geometryState: 'sampled' });
      const heard: boolean[] = [];
      source.onInfo((_, isSame) => heard.push(isSame));
      await source.applyScan(await scanSegy(path, reader, { signal: null, onProgress: () => undefined }));
      await source.close();
      expect(heard).toEqual([hasSameSlices]);
    });
  });

  it('is refused where the file is another one by now', async () => {
    await withSegyFile({ traces }, async (path) => {
      const result = await scanSegy(path, reader, { signal: null, onProgress: () => undefined });
      const source = await openSegy(path, { reader, id: 'test', index: null });
      const other = { ...result, modifiedMs: result.modifiedMs - 1 };
      await expect(source.applyScan(other)).rejects.toMatchObject({ fault: { code: 'file-changed' } });
      await source.close();
    });
  });

  it('stops when it is aborted', async () => {
    await withSegyFile({ traces }, async (path) => {
      const scan = scanSegy(path, reader, { signal: AbortSignal.abort(), onProgress: () => undefined });
      await expect(scan).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    });
  });
});

describe('a large file', () => {
  /** Zeros take no room on the disk: the file is extended past its only trace. */
  const withSparseFile = (segy: TestSegy, bytes: number, use: (path: string) => Promise<void>): Promise<void> =>
    withSegyFile(segy, async (path) => {
      const handle = await open(path, 'r+');
      await handle.truncate(bytes);
      await handle.write(Float32Array.of(7), 0, 4, bytes - 4);
      await handle.close();
      await use(path);
    });
  const long = { samples: Array.from({ length: 15_940 }, () => 1) };
  const strideBytes = 240 + 4 * 15_940;

  it('that is no cube is shown by trace number until it was scanned', async () => {
    await withSparseFile({ traces: [{ ...long, words: {} }] }, 3600 + strideBytes * 1100, async (path) => {
      const source = await openSegy(path, { reader, id: 'test', index: null });
      const codes = source.info.findings.map(({ code }) => code);
      expect(source.info).toMatchObject({ kind: 'traces', geometryState: 'sampled', traceCount: 1100 });
      expect(codes).toContain('geometry-pending');
      await source.applyScan(await scanSegy(path, reader, { signal: null, onProgress: () => undefined }));
      expect(source.info).toMatchObject({ kind: 'traces', geometryState: 'scanned', deadTraceCount: 1098 });
      await source.close();
    });
  });

  it('is read beyond 4 GB', async () => {
    const traceCount = 80_000;
    await withSparseFile({ traces: [{ ...long, words: {} }] }, 3600 + strideBytes * traceCount, async (path) => {
      const source = await openSegy(path, { reader, id: 'test', index: null });
      expect(source.info).toMatchObject({ traceCount, fileBytes: 5_120_003_600 });
      const last = await readPlane(source, { orientation: 'traces', index: traceIndex(traceCount - 1), count: 1 });
      const expected = new DataView(new ArrayBuffer(4));
      new Uint8Array(expected.buffer).set(new Uint8Array(Float32Array.of(7).buffer));
      expect(last.data.at(-1)).toBe(expected.getFloat32(0, false));
      expect(last.data[0]).toBe(0);
      await source.readHeaders([{ byte: 21, type: 'int32' }], traceCount - 1, 1, neverAborted);
      await source.close();
    });
  });
});
