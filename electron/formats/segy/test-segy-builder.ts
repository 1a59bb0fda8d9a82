/** Builds small SEG-Y files for tests, word by word, by code that shares nothing with the reader. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_SAMPLE_BYTES, writeSample, type TestSample } from './test-sample-words.ts';

/** Words of a trace header by their 1-based byte. Bytes of two-byte words are listed in `SHORT_WORDS`. */
export interface TestTrace<Sample extends TestSample = number> {
  readonly words: Readonly<Record<number, number>>;
  readonly samples: readonly Sample[];
}

export interface TestSegy<Sample extends TestSample = number> {
  readonly traces: readonly TestTrace<Sample>[];
  readonly littleEndian?: boolean;
  /** Code of bytes 3225-3226, by which the samples are stored; 4-byte IEEE floats (5) where it is left out. */
  readonly format?: number;
  readonly text?: string;
  /** Further text headers of 3200 bytes, counted in bytes 3505-3506. */
  readonly extendedText?: readonly string[];
  /** 16-bit words of the binary header by byte, beside those that follow from the traces. */
  readonly binary?: Readonly<Record<number, number>>;
  /** Bytes after the last complete trace. */
  readonly tailBytes?: number;
}

const SHORT_WORDS = new Set([29, 71, 89, 105, 109, 115, 117, 201, 215]);

export function buildSegy({ traces, littleEndian = false, ...rest }: TestSegy<TestSample>): Uint8Array {
  const { format = 5, text = '', extendedText = [], binary = {}, tailBytes = 0 } = rest;
  const sampleBytes = TEST_SAMPLE_BYTES[format];
  if (sampleBytes === undefined) throw new RangeError(`${format} is no sample format`);
  const sampleCount = traces[0]?.samples.length ?? 0;
  const start = 3600 + 3200 * extendedText.length;
  const bytes = new Uint8Array(
    traces.reduce((size, { samples }) => size + 240 + sampleBytes * samples.length, start) + tailBytes,
  );
  const view = new DataView(bytes.buffer);
  writeText(bytes, 0, text);
  extendedText.forEach((page, i) => writeText(bytes, 3600 + 3200 * i, page));
  const words = { 3217: 4000, 3221: sampleCount, 3225: format, 3505: extendedText.length, ...binary };
  for (const [byte, value] of Object.entries(words)) view.setInt16(Number(byte) - 1, value, littleEndian);
  let header = start;
  for (const trace of traces) {
    for (const [byte, value] of Object.entries(trace.words)) {
      const offset = header + Number(byte) - 1;
      if (SHORT_WORDS.has(Number(byte))) view.setInt16(offset, value, littleEndian);
      else view.setInt32(offset, value, littleEndian);
    }
    trace.samples.forEach((sample, k) => {
      writeSample(view, header + 240 + sampleBytes * k, sample, format, littleEndian);
    });
    header += 240 + sampleBytes * trace.samples.length;
  }
  return bytes;
}

/** ASCII, padded with blanks. */
function writeText(bytes: Uint8Array, offset: number, text: string): void {
  bytes.fill(0x20, offset, offset + 3200);
  bytes.set(new TextEncoder().encode(text), offset);
}

export interface TestGrid {
  readonly inlines: readonly number[];
  readonly crosslines: readonly number[];
  readonly sorting?: 'inline' | 'crossline';
  readonly sampleCount?: number;
}

/** The amplitude that tells where a sample was stored. */
export const gridAmplitude = (inline: number, crossline: number, sample: number): number =>
  inline * 100 + crossline + sample / 64;

/** A trace of a grid: amplitudes tell where they belong, coordinates are a rotated grid of 25 m x 12.5 m in cm. */
export function gridTrace(inline: number, crossline: number, sampleCount = 4): TestTrace {
  const x = 500_000 + inline * 20 + crossline * -7.5;
  const y = 6_000_000 + inline * 15 + crossline * 10;
  return {
    words: { 21: crossline, 71: -100, 181: Math.round(x * 100), 185: Math.round(y * 100), 189: inline, 193: crossline },
    samples: Array.from({ length: sampleCount }, (_, k) => gridAmplitude(inline, crossline, k)),
  };
}

/** All traces of a grid in file order: `inline` sorting runs through the crosslines of one inline first. */
export function gridTraces({ inlines, crosslines, sorting = 'inline', sampleCount }: TestGrid): TestTrace[] {
  return sorting === 'inline'
    ? inlines.flatMap((inline) => crosslines.map((crossline) => gridTrace(inline, crossline, sampleCount)))
    : crosslines.flatMap((crossline) => inlines.map((inline) => gridTrace(inline, crossline, sampleCount)));
}

/** A folder that vanishes with the test. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'crossline-segy-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the file into a folder that vanishes once `use` is done. */
export const withSegyFile = <T>(segy: TestSegy<TestSample>, use: (path: string) => Promise<T>): Promise<T> =>
  withTemporaryFolder(async (folder) => {
    const path = join(folder, 'test.sgy');
    await writeFile(path, buildSegy(segy));
    return use(path);
  });
