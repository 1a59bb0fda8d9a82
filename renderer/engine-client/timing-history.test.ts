import { describe, expect, test } from 'vitest';
import type { Timing } from '../../shared/timing.ts';
import { ENGINE_TIMING } from './testing/slow-engine.ts';
import { TimingHistory } from './timing-history.ts';

const timing = (requestId: number, figures: Partial<Timing> = {}): Timing => ({
  ...ENGINE_TIMING,
  requestId,
  transferMs: requestId,
  uploadMs: null,
  gpuMs: null,
  drawMs: null,
  presentedMs: null,
  ...figures,
});

describe('the timing history', () => {
  test('keeps the newest, oldest first', () => {
    const history = new TimingHistory(3);
    for (const id of [1, 2, 3, 4, 5]) history.push(timing(id));
    expect(history.timings().map(({ requestId }) => requestId)).toEqual([3, 4, 5]);
  });

  test('percentiles are of the nearest rank', () => {
    const history = new TimingHistory();
    for (let id = 1; id <= 100; id += 1) history.push(timing(id));
    expect(history.percentile('transferMs', 50)).toBe(50);
    expect(history.percentile('transferMs', 95)).toBe(95);
    expect(history.percentile('transferMs', 0)).toBe(1);
  });

  test('what was not measured is left out, and unknown where it never was', () => {
    const history = new TimingHistory();
    history.push(timing(1, { gpuMs: 4 }));
    history.push(timing(2));
    expect(history.percentile('gpuMs', 50)).toBe(4);
    expect(history.percentile('uploadMs', 50)).toBeNull();
  });

  test('forgets all when cleared', () => {
    const history = new TimingHistory(2);
    for (const id of [1, 2, 3]) history.push(timing(id));
    history.clear();
    history.push(timing(9));
    expect(history.timings().map(({ requestId }) => requestId)).toEqual([9]);
  });
});
