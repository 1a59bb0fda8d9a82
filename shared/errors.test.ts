import { expect, test } from 'vitest';
import { CrosslineError, describeFault, faultOf } from './errors.ts';

test('an error says what happened, and keeps the fault as data', () => {
  const error = new CrosslineError({ code: 'file-not-found', path: '/data/a.sgy' });
  expect(error.message).toBe('There is no file at /data/a.sgy.');
  expect(faultOf(error)).toEqual({ code: 'file-not-found', path: '/data/a.sgy' });
});

test('an abort is a cancellation, and anything foreign a defect of ours', () => {
  expect(faultOf(new DOMException('stop', 'AbortError'))).toEqual({ code: 'cancelled' });
  expect(faultOf(new RangeError('odd'))).toEqual({ code: 'internal', detail: 'RangeError: odd' });
  expect(faultOf('odd')).toEqual({ code: 'internal', detail: 'odd' });
});

test('message and advice are one sentence each', () => {
  const { message, advice } = describeFault({ code: 'truncated', path: 'a', expectedBytes: 3840, actualBytes: 12 });
  expect(message).toBe('a ends early: 12 bytes where at least 3840 are needed.');
  expect(advice).toBe('Copy it again from its source.');
});
