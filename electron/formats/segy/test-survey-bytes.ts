/** A survey with headers as real writers fill them, and ways to damage its bytes, for tests. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { createReader } from '../../native/open-reader.ts';
import { openSegy } from './open-segy.ts';
import type { SegySource } from './segy-source.ts';
import { buildSegy, gridTraces, withTemporaryFolder, type TestSegy, type TestTrace } from './test-segy-builder.ts';

export const SAMPLES = 60;
export const STRIDE = 240 + 4 * SAMPLES;

/** 10 inlines of 12 crosslines, numbered through in bytes 1 and 5, with noise for samples. */
export const SURVEY_TRACES: readonly TestTrace[] = gridTraces({
  inlines: Array.from({ length: 10 }, (_, i) => 100 + i),
  crosslines: Array.from({ length: 12 }, (_, j) => 300 + j),
}).map(({ words }, i) => ({
  words: { ...words, 1: i + 1, 5: i + 1, 9: 7, 29: 1, 115: SAMPLES, 117: 2000 },
  samples: Array.from({ length: SAMPLES }, (_, k) => noise(i, k)),
}));

/** Between -1000 and 1000, with all bits of a float32 in use. */
export function noise(trace: number, sample: number): number {
  const x = Math.sin(trace * 127.1 + sample * 311.7) * 43_758.5453;
  return Math.fround((x - Math.floor(x) - 0.5) * 2000);
}

export const surveyBytes = (segy: Partial<TestSegy> = {}): Uint8Array =>
  buildSegy({ traces: SURVEY_TRACES, binary: { 3217: 2000 }, text: 'C 1 DOMAIN: TIME', ...segy });

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Bytes that look like neither headers nor zeros. */
export const junk = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, (_, i) => 1 + ((i * 7919) % 251));

/** The 1-based words of a copy, set by the callback. */
export function patched(bytes: Uint8Array, patch: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  patch(new DataView(copy.buffer));
  return copy;
}

export const opened = <T>(
  bytes: Uint8Array,
  use: (source: SegySource) => Promise<T> | T,
  overrides: MappingOverrides = {},
): Promise<T> =>
  withTemporaryFolder(async (folder) => {
    const path = join(folder, 'test.sgy');
    await writeFile(path, bytes);
    const source = await openSegy(path, { reader, id: 'test', index: null, overrides });
    try {
      return await use(source);
    } finally {
      await source.close();
    }
  });

const reader = createReader();

export const infoOf = (bytes: Uint8Array, overrides: MappingOverrides = {}): Promise<SurveyInfo> =>
  opened(bytes, ({ info }) => info, overrides);

export const codesOf = ({ findings }: SurveyInfo): string[] => findings.map(({ code }) => code);

export const findingOf = ({ findings }: SurveyInfo, code: string) => findings.find((finding) => finding.code === code);

/** The samples of the trace at this place among those opened. */
export async function traceOf(source: SegySource, trace: number): Promise<number[]> {
  const samples = new Float32Array(source.info.samples.count);
  await source.readTraces(trace, 1, samples, new AbortController().signal);
  return [...samples];
}

export const samplesOf = (trace: number): number[] =>
  SURVEY_TRACES[trace]!.samples.map((sample) => Math.fround(sample));
