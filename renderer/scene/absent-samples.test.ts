import { expect, it } from 'vitest';
import { compactView, transposed, TRACE_DEAD, TRACE_LIVE, TRACE_MISSING } from '../../shared/slices.ts';
import { samplesWithAbsentAsNaN } from './absent-samples.ts';

const view = compactView(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3);

it('copies nothing where all traces are live', () => {
  expect(samplesWithAbsentAsNaN({ view, traceStatus: null }).buffer).toBe(view.data.buffer);
  const allLive = new Uint8Array(2).fill(TRACE_LIVE);
  expect(samplesWithAbsentAsNaN({ view, traceStatus: allLive }).buffer).toBe(view.data.buffer);
});

it('blanks rows and leaves the picture itself alone', () => {
  const traceStatus = Uint8Array.of(TRACE_LIVE, TRACE_DEAD);
  expect([...samplesWithAbsentAsNaN({ view, traceStatus })]).toEqual([1, 2, 3, NaN, NaN, NaN]);
  expect([...view.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

it('blanks cells', () => {
  const traceStatus = Uint8Array.of(0, TRACE_MISSING, 0, TRACE_DEAD, 0, 0);
  expect([...samplesWithAbsentAsNaN({ view, traceStatus })]).toEqual([1, NaN, 3, NaN, 5, 6]);
});

it('takes a transposed view in its own order', () => {
  const traceStatus = Uint8Array.of(0, TRACE_DEAD, 0);
  expect([...samplesWithAbsentAsNaN({ view: transposed(view), traceStatus })]).toEqual([1, 4, NaN, NaN, 3, 6]);
});
