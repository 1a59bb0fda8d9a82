/** What files open as: complete, damaged, contradicting themselves, or not at all. */
import { appendFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { scanSegy } from '../../jobs/scan.ts';
import type { NativeReader } from '../../native/native-reader.ts';
import { createReader } from '../../native/open-reader.ts';
import { openSegy } from './open-segy.ts';
import { createIndexStore, type IndexStore } from './scan-index.ts';
import { buildSegy, gridTraces, withSegyFile, withTemporaryFolder, type TestSegy } from './test-segy-builder.ts';

const reader = createReader();
const grid = { inlines: [1, 2, 3], crosslines: [20, 21, 22, 23] };
const traces = gridTraces(grid);

async function infoOf(path: string, index: IndexStore | null = null): Promise<SurveyInfo> {
  const source = await openSegy(path, { reader, id: 'test', index });
  await source.close();
  return source.info;
}
const openedInfo = (segy: TestSegy): Promise<SurveyInfo> => withSegyFile(segy, (path) => infoOf(path));
const codesOf = ({ findings }: SurveyInfo): string[] => findings.map(({ code }) => code);

it('describes a small cube fully at once', async () => {
  const info = await openedInfo({ traces, binary: { 3501: 256, 3503: 1 }, text: 'C 1 DOMAIN: TIME' });
  expect(info).toMatchObject({
    name: 'test.sgy',
    kind: 'cube',
    format: 'SEG-Y rev 1',
    traceCount: 12,
    samples: { sampleIntervalUs: 4000, firstSampleMs: 0, count: 4, domain: 'time' },
    sampleFormat: { code: 5, name: '4-byte IEEE floating-point' },
    byteOrder: 'big',
    inline: { first: 1, last: 3, step: 1, count: 3 },
    crossline: { first: 20, last: 23, step: 1, count: 4 },
    missingTraceCount: 0,
    deadTraceCount: 0,
    geometryState: 'scanned',
    findings: [],
  });
  expect(info.worldFromGrid?.originX).toBeCloseTo(500_000 + 20 - 150, 6);
  expect(info.worldFromGrid?.inlineY).toBeCloseTo(15, 6);
  expect(info.worldFromGrid?.crosslineX).toBeCloseTo(-7.5, 6);
});

it('scans many traces of different lengths at once', async () => {
  const many = Array.from({ length: 6000 }, (_, i) => ({
    words: { 115: 1 + (i % 2) },
    samples: Array.from({ length: 1 + (i % 2) }, (__, k) => k),
  }));
  // The binary header's count of the longest: the file's size then gives the lengths away.
  const segy = { traces: many.slice(0, -1), binary: { 3221: 7 } };
  const { geometryState, traceCount, deadTraceCount } = await openedInfo(segy);
  // Every other trace is the one sample 0.
  expect({ geometryState, traceCount, deadTraceCount }).toEqual({
    geometryState: 'scanned',
    traceCount: 5999,
    deadTraceCount: 3000,
  });
});

describe('what the headers contradict', () => {
  const withWords = (words: Record<number, number>): TestSegy => ({
    traces: traces.map((trace) => ({ ...trace, words: { ...trace.words, ...words } })),
  });
  it.each([
    { name: 'the binary header has a wrong sample count', segy: { traces, binary: { 3221: 462 } }, code: undefined },
    { name: 'the trace headers do', segy: withWords({ 115: 462 }), code: 'sample-count-contradiction' },
    { name: 'zeros remain at the end', segy: { traces, tailBytes: 100 }, code: 'padded-tail' },
    {
      name: 'extended text headers do not fit',
      segy: { traces, binary: { 3505: 99 } },
      code: 'extended-headers-implausible',
    },
    { name: 'coordinates are angles', segy: withWords({ 89: 2 }), code: 'coordinates-geographic' },
    { name: 'coordinates are none', segy: withWords({ 181: 0, 185: 0 }), code: 'coordinates-missing' },
    { name: 'the scalar is no power of ten', segy: withWords({ 71: 3 }), code: 'coordinate-scalar-illegal' },
    { name: 'the revision is unknown', segy: { traces, binary: { 3501: 0x0909 } }, code: 'revision-unknown' },
  ])('$name', async ({ segy, code }) => {
    // Where the sample count of the binary header is the only one, a file of another size is a truncated one.
    const withCounts = code === undefined ? { ...segy, ...withWords({ 115: 4 }) } : segy;
    const info = await openedInfo(withCounts);
    expect(info).toMatchObject({ kind: 'cube', traceCount: 12, samples: { count: 4 } });
    expect(codesOf(info)).toContain(code ?? 'sample-count-contradiction');
  });

  it('gives up looking for EndText where no text would be so long', async () => {
    const reads: number[] = [];
    const counting: NativeReader = {
      ...reader,
      openFile: async (path) => {
        const file = await reader.openFile(path);
        const readBytes = file.readBytes.bind(file);
        file.readBytes = (offset, into, signal) => {
          reads.push(offset);
          return readBytes(offset, into, signal);
        };
        return file;
      },
    };
    const info = await withSegyFile({ traces, binary: { 3505: -1 }, tailBytes: 40_000_000 }, async (path) => {
      const source = await openSegy(path, { reader: counting, id: 'test', index: null });
      await source.close();
      return source.info;
    });
    expect(codesOf(info)).toContain('extended-headers-implausible');
    expect(reads.length).toBeLessThan(1100);
  });

  it('counts extended text headers up to EndText', async () => {
    const extendedText = ['((SEG: Measurement Units))', 'more', '((SEG: EndText))'];
    const info = await openedInfo({ traces, extendedText, binary: { 3505: -1 } });
    expect(info).toMatchObject({ traceCount: 12, findings: [{ code: 'domain-unknown' }] });
  });

  it("uses each trace's own coordinate scalar", async () => {
    const mixed = traces.map((trace, i) =>
      i % 2 === 0
        ? trace
        : { ...trace, words: { ...trace.words, 71: -10, 181: trace.words[181]! / 10, 185: trace.words[185]! / 10 } },
    );
    const info = await openedInfo({ traces: mixed });
    expect(codesOf(info)).toContain('coordinate-scalars-differ');
    expect(info.worldFromGrid?.inlineX).toBeCloseTo(20, 1);
  });

  it('ignores coordinates of dead traces at the ends of int32', async () => {
    const [first, ...rest] = traces;
    const unset = { ...first!, words: { ...first!.words, 181: -(2 ** 31), 185: -(2 ** 31) } };
    const info = await openedInfo({ traces: [unset, ...rest] });
    expect(info.worldFromGrid?.inlineX).toBeCloseTo(20, 6);
    expect(codesOf(info)).not.toContain('coordinates-irregular');
  });

  it('takes the source coordinates where there are no others', async () => {
    const moved = traces.map(({ words: { 181: x, 185: y, ...words }, samples }) => ({
      words: { ...words, 73: x!, 77: y! },
      samples,
    }));
    expect((await openedInfo({ traces: moved })).worldFromGrid?.inlineX).toBeCloseTo(20, 6);
  });
});

describe('what is no cube', () => {
  const words = (of: (trace: number) => Record<number, number>): TestSegy => ({
    traces: Array.from({ length: 12 }, (_, i) => ({ words: of(i), samples: [i, 1, 2, 3] })),
  });
  it.each([
    { kind: 'line', name: 'CDP numbers in steps', segy: words((i) => ({ 21: 100 + 2 * i })) },
    { kind: 'line', name: 'positions in steps', segy: words((i) => ({ 181: 1000 + 25 * i, 185: 7 })) },
    { kind: 'line', name: 'a path through a cube', segy: words((i) => ({ 189: i, 193: 50 + i, 21: 1 })) },
    { kind: 'traces', name: 'nothing', segy: words(() => ({})) },
  ])('$name: $kind', async ({ kind, segy }) => {
    const info = await openedInfo(segy);
    expect(info).toMatchObject({ kind, inline: null, crossline: null, worldFromGrid: null, missingTraceCount: null });
    expect(codesOf(info)).toContain('no-cube');
  });
});

describe('refuses', () => {
  const bytes = buildSegy({ traces });
  const changed = (change: (copy: DataView) => void): Uint8Array => {
    const copy = bytes.slice();
    change(new DataView(copy.buffer));
    return copy;
  };
  it.each([
    { name: 'an empty file', content: new Uint8Array(), fault: { code: 'not-segy' } },
    { name: 'a file shorter than its headers', content: bytes.subarray(0, 3599), fault: { code: 'not-segy' } },
    {
      name: 'headers without a trace',
      content: bytes.subarray(0, 3600),
      fault: { code: 'truncated', expectedBytes: 3856, actualBytes: 3600 },
    },
    {
      name: 'a part of the first trace',
      content: bytes.subarray(0, 3855),
      fault: { code: 'truncated', expectedBytes: 3856, actualBytes: 3855 },
    },
    {
      name: 'a format that is none, in a byte order that rev 2 states',
      content: changed((view) => {
        view.setInt16(3224, 13);
        view.setUint32(3296, 0x01020304);
        new Uint8Array(view.buffer).fill(0, 3600);
      }),
      fault: { code: 'not-segy', reason: expect.stringMatching(/13/) as string },
    },
    {
      name: 'no format at all, and no trace headers',
      content: changed((view) => {
        view.setInt16(3224, 0);
        new Uint8Array(view.buffer).fill(0, 3600);
      }),
      fault: { code: 'not-segy' },
    },
    {
      name: 'no sample count, and no trace headers',
      content: changed((view) => {
        view.setInt16(3220, 0);
        new Uint8Array(view.buffer).fill(0, 3600);
      }),
      fault: { code: 'not-segy' },
    },
    {
      name: 'bytes swapped in pairs',
      content: changed((view) => view.setUint32(3296, 0x02010403)),
      fault: { code: 'unsupported-byte-order' },
    },
  ])('$name', async ({ content, fault }) => {
    await withTemporaryFolder(async (folder) => {
      const path = join(folder, 'test.sgy');
      await writeFile(path, content);
      await expect(infoOf(path)).rejects.toMatchObject({ fault: { ...fault, path } });
    });
  });

  it('a file that is not there', async () => {
    await expect(infoOf('/nowhere/test.sgy')).rejects.toMatchObject({ fault: { code: 'file-not-found' } });
  });
});

it('opens the complete traces of a file cut off in the middle', async () => {
  await withSegyFile({ traces }, async (path) => {
    await truncate(path, 3600 + 256 * 9 + 100);
    const info = await infoOf(path);
    expect(info).toMatchObject({ kind: 'cube', traceCount: 9, missingTraceCount: 3 });
    expect(codesOf(info)).toEqual(expect.arrayContaining(['truncated-tail', 'traces-missing']));
  });
});

describe('a kept scan', () => {
  const withScanned = (use: (path: string, index: IndexStore, folder: string) => Promise<void>): Promise<void> =>
    withTemporaryFolder((folder) =>
      withSegyFile({ traces: traces.slice(1) }, async (path) => {
        const index = createIndexStore(folder);
        const source = await openSegy(path, { reader, id: 'test', index });
        await source.applyScan(await scanSegy(path, reader, { signal: null, onProgress: () => undefined }));
        await source.close();
        await use(path, index, folder);
      }),
    );

  it('is used at the next opening', async () => {
    await withScanned(async (path, index) => {
      const { geometryState, ...info } = await infoOf(path, index);
      expect(geometryState).toBe('indexed');
      expect({ ...info, geometryState: 'scanned' }).toEqual(await infoOf(path));
    });
  });

  it('is not used once the file has changed', async () => {
    await withScanned(async (path, index) => {
      await appendFile(path, new Uint8Array(4));
      expect((await infoOf(path, index)).geometryState).toBe('scanned');
    });
  });
});
