import { describe, expect, test } from 'vitest';
import { verdictOf, type Timing } from './timing.ts';

const NOTHING: Timing = {
  requestId: 1,
  queuedMs: 0,
  readMs: 0,
  decodeMs: 0,
  stackMs: 0,
  encodeMs: 0,
  engineMs: 0,
  bytesRead: 0,
  residentShare: 1,
  majorFaults: 0,
  origin: 'mapped',
  file: null,
  layout: null,
  prefetched: false,
  transferMs: 0,
  uploadMs: null,
  gpuMs: null,
  drawMs: null,
  presentedMs: null,
};

describe('the verdict names what the picture waited for most', () => {
  test.each<[string, Partial<Timing>, string]>([
    ['nothing was measured', {}, 'idle'],
    ['pages came from disk by fault', { readMs: 9, decodeMs: 2, majorFaults: 3 }, 'disk-bound'],
    ['sampled pages were absent', { readMs: 9, decodeMs: 2, residentShare: 0.5, majorFaults: null }, 'disk-bound'],
    ['reading was memory traffic', { readMs: 9, decodeMs: 2, transferMs: 5 }, 'CPU-bound'],
    ['nobody knows whether pages were there', { readMs: 9, residentShare: null, majorFaults: null }, 'unknown'],
    ['reading and decoding together took longest', { readMs: 3, decodeMs: 3, transferMs: 5 }, 'CPU-bound'],
    ['decoding outlasts the disk', { readMs: 2, decodeMs: 9, majorFaults: 1 }, 'CPU-bound'],
    ['the wire took longest', { readMs: 1, transferMs: 5, drawMs: 4 }, 'transfer-bound'],
    ['the draw lasted until its fence', { transferMs: 5, drawMs: 8, gpuMs: 2 }, 'GPU-bound'],
    ['upload and draw together', { transferMs: 5, uploadMs: 3, drawMs: 3 }, 'GPU-bound'],
    ['only the GPU timer answered', { transferMs: 5, gpuMs: 6 }, 'GPU-bound'],
  ])('%s', (_why, measured, verdict) => {
    expect(verdictOf({ ...NOTHING, ...measured })).toBe(verdict);
  });
});
