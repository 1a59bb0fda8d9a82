import { describe, expect, it } from 'vitest';

import { codesOf, findingOf, infoOf, SURVEY_TRACES, surveyBytes } from '../test-survey-bytes.ts';
import { intervalsFromText } from './interval-hints.ts';

describe('intervalsFromText', () => {
  it.each([
    ['C 6 SAMPLE INTERVAL: 4 MS   SAMPLES/TRACE 1500', [4000]],
    ['SAMPLE RATE = 2000 us', [2000]],
    ['Sampling 2.5 msec', [2500]],
    ['sampling interval is 500 microseconds', [500]],
    ['C 6 SAMPLE INTERVAL         SAMPLES/TRACE 1500', []],
    ['RECORD LENGTH 4000 MS', []],
    ['SAMPLE INTERVAL 4 MS, RESAMPLED FROM SAMPLE INTERVAL 2 MS', []],
  ])('%s', (line, expected) => {
    expect(intervalsFromText([line])).toEqual(expected);
  });
});

describe.each([false, true])('the interval of a file, little-endian: %s', (littleEndian) => {
  const bytes = (binaryUs: number, traceUs: (trace: number) => number, text = ''): Uint8Array =>
    surveyBytes({
      littleEndian,
      text,
      binary: { 3217: binaryUs },
      traces: SURVEY_TRACES.map(({ words, samples }, trace) => ({ words: { ...words, 117: traceUs(trace) }, samples })),
    });
  const odd = (first: number, others: number) => (trace: number) => (trace === 0 ? first : others);

  it('is the binary header’s where that and all traces disagree, and says so', async () => {
    const info = await infoOf(bytes(4000, () => 2000));
    expect(info.samples.sampleIntervalUs).toBe(4000);
    expect(codesOf(info)).toContain('interval-contradiction');
  });

  it('is the traces’ where the text header says so too', async () => {
    const info = await infoOf(bytes(4000, () => 2000, 'C 1 SAMPLE INTERVAL 2 MS'));
    expect(info.samples.sampleIntervalUs).toBe(2000);
    const finding = findingOf(info, 'interval-contradicted');
    expect(finding?.message).toMatch(
      /bytes 3217-3218 hold 4000, bytes 117-118 hold 2000 in (\d+) of \1 .* the text header says 2000 us/,
    );
    expect(finding?.remedies?.map(({ overrides }) => overrides)).toEqual([{ intervalUs: 4000 }]);
    expect(codesOf(info)).not.toContain('interval-contradiction');
  });

  it('is that of most traces where the first is odd and the binary header empty', async () => {
    const info = await infoOf(bytes(0, odd(1234, 2000)));
    expect(info.samples.sampleIntervalUs).toBe(2000);
    expect(findingOf(info, 'interval-contradicted')?.message).toMatch(/hold 1234 in 1 of/);
  });

  it('is the user’s against all of them', async () => {
    const info = await infoOf(
      bytes(4000, () => 2000, 'SAMPLE INTERVAL 2 MS'),
      { intervalUs: 1000 },
    );
    expect(info.samples.sampleIntervalUs).toBe(1000);
    expect(codesOf(info).filter((code) => code.startsWith('interval'))).toEqual([]);
  });

  it('is a reason where several headers agree', async () => {
    const info = await infoOf(bytes(4000, () => 4000));
    expect(info.mapping?.reasons.join(' ')).toMatch(/The interval of 4000 us is stated alike/);
  });
});
