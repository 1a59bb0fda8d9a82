import { compactView, NO_DECIMATION } from '../../../shared/slices.ts';
import type { SliceReply } from '../../../shared/slices.ts';
import { inlineIndex } from '../../../shared/units.ts';
import { createRandom } from '../harness/seeded-random.ts';

/** A reply as the engine sends it, of random amplitudes between -1 and 1. */
export function exampleReply(rows: number, columns: number): SliceReply {
  const random = createRandom(1);
  const data = Float32Array.from({ length: rows * columns }, () => random(2 ** 24) / 2 ** 23 - 1);
  return {
    requestId: 1,
    surveyId: 'example',
    plane: { orientation: 'inline', index: inlineIndex(0) },
    decimation: NO_DECIMATION,
    view: compactView(data, rows, columns),
    traceStatus: new Uint8Array(rows),
    timing: {
      queuedMs: 0.01,
      readMs: 0.02,
      decodeMs: 0.1,
      stackMs: 0,
      encodeMs: 0.1,
      engineMs: 0.3,
      bytesRead: rows * columns * 4,
      residentShare: 1,
      majorFaults: 0,
      origin: 'mapped',
      file: 'cube.sgy',
      layout: null,
      prefetched: false,
    },
  };
}
