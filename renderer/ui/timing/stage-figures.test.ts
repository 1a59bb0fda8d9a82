import { describe, expect, test } from 'vitest';
import { megabytesPerSecond, type Timing } from '../../../shared/timing.ts';
import { ENGINE_TIMING } from '../../engine-client/testing/slow-engine.ts';
import { TimingHistory } from '../../engine-client/timing-history.ts';
import { stageFigures, timingReport } from './stage-figures.ts';

const TIMING: Timing = {
  ...ENGINE_TIMING,
  requestId: 9,
  transferMs: 3,
  uploadMs: null,
  drawMs: 2,
  gpuMs: null,
  presentedMs: 20,
};

function historyOf(...timings: Timing[]): TimingHistory {
  const history = new TimingHistory();
  for (const timing of timings) history.push(timing);
  return history;
}

describe('the timing figures', () => {
  test('list the stages in their order, with what was not measured as unknown', () => {
    const figures = stageFigures(TIMING, historyOf(TIMING, { ...TIMING, transferMs: 7 }));
    expect(figures.map(({ name }) => name)).toEqual([
      'Queued',
      'Read',
      'Decode',
      'Encode',
      'Transfer',
      'Upload',
      'Draw',
    ]);
    expect(figures.find(({ name }) => name === 'Transfer')).toMatchObject({ lastMs: 3, p50Ms: 3, p95Ms: 7 });
    expect(figures.find(({ name }) => name === 'Upload')).toMatchObject({ lastMs: null, p50Ms: null });
  });

  test('the rate counts reading and decoding, and is unknown for a cache hit', () => {
    expect(megabytesPerSecond({ ...TIMING, bytesRead: 3_000_000, readMs: 2, decodeMs: 1 })).toBe(1000);
    expect(megabytesPerSecond({ ...TIMING, bytesRead: 0 })).toBeNull();
  });

  test('the report survives JSON', () => {
    const report = timingReport(TIMING, historyOf(TIMING), null);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.last.verdict).toBe('transfer-bound');
    expect(report.pictures).toBe(1);
  });
});
