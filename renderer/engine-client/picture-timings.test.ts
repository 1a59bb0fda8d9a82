import { describe, expect, test } from 'vitest';
import { compactView, NO_DECIMATION } from '../../shared/slices.ts';
import { inlineIndex } from '../../shared/units.ts';
import type { LoadedPicture } from './loaded-picture.ts';
import { PictureTimings } from './picture-timings.ts';
import { ENGINE_TIMING } from './testing/slow-engine.ts';

const picture = (requestId: number, inputAtMs: number | null = 100): LoadedPicture => ({
  requestId,
  surveyId: 'a',
  plane: { orientation: 'inline', index: inlineIndex(0) },
  decimation: NO_DECIMATION,
  view: compactView(new Float32Array(1), 1, 1),
  traceStatus: null,
  timing: ENGINE_TIMING,
  transferMs: 3,
  inputAtMs,
});

const FRAME = { requestIds: [7], uploadMs: 2, drawMs: 1, gpuMs: null, presentedAt: 130 };

describe('picture timings', () => {
  test('a presented frame completes the timing of its pictures', () => {
    const timings = new PictureTimings();
    timings.arrived(picture(7));
    expect(timings.presented(FRAME)).toEqual([
      { ...ENGINE_TIMING, requestId: 7, transferMs: 3, uploadMs: 2, drawMs: 1, gpuMs: null, presentedMs: 30 },
    ]);
  });

  test('the second view that shows a picture adds no second timing', () => {
    const timings = new PictureTimings();
    timings.arrived(picture(7));
    timings.presented(FRAME);
    expect(timings.presented(FRAME)).toEqual([]);
  });

  test('without an input event there is no time from input to picture', () => {
    const timings = new PictureTimings();
    timings.arrived(picture(7, null));
    expect(timings.presented(FRAME)[0]?.presentedMs).toBeNull();
  });

  test('pictures that are never presented do not pile up', () => {
    const timings = new PictureTimings();
    for (let id = 1; id <= 100; id += 1) timings.arrived(picture(id));
    expect(timings.presented({ ...FRAME, requestIds: [1] })).toEqual([]);
    expect(timings.presented({ ...FRAME, requestIds: [100] })).toHaveLength(1);
  });
});
