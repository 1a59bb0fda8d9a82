import { describe, expect, it } from 'vitest';
import { traceWeights, type AlongInterpolation } from '../../../shared/geometry/along/trace-weights.ts';
import { TRACE_DEAD, TRACE_LIVE, TRACE_MISSING } from '../../../shared/slices.ts';
import { mixTraces } from './mix-traces.ts';

const SIZE = { inlines: 2, crosslines: 2 };
/** Traces of the four positions of a grid of 2 x 2. */
const TRACES = [
  [0, 10],
  [4, 20],
  [8, 30],
  [12, 40],
];

function mixed(
  at: readonly [inline: number, crossline: number],
  interpolation: AlongInterpolation,
  { traces = TRACES, status = [0, 0, 0, 0] }: { traces?: readonly number[][]; status?: readonly number[] } = {},
) {
  const path = { inline: Float64Array.of(at[0]), crossline: Float64Array.of(at[1]) };
  const weights = traceWeights(path, SIZE, interpolation, { first: 0, count: 1 });
  const cells = [...weights.cells];
  const into = new Float32Array(2);
  const statusInto = new Uint8Array(1);
  const samples = Float32Array.from(cells.flatMap((cell) => traces[cell]!));
  mixTraces(weights, { samples, status: Uint8Array.from(cells, (cell) => status[cell]!) }, 2, into, statusInto);
  return { samples: [...into], status: statusInto[0] };
}

describe('mixTraces', () => {
  it('takes the weighted mean, or the nearest trace as it is', () => {
    expect(mixed([0.25, 0.5], 'bilinear')).toEqual({ samples: [4, 20], status: TRACE_LIVE });
    expect(mixed([0.25, 0.75], 'nearest')).toEqual({ samples: [4, 20], status: TRACE_LIVE });
  });

  it('leaves out samples that are NaN, and lets the others make up for them', () => {
    const traces = [[0, NaN], [4, 20], [8, NaN], [12, NaN]]; // prettier-ignore
    expect(mixed([0.5, 0.5], 'bilinear', { traces })).toEqual({ samples: [6, 20], status: TRACE_LIVE });
    expect(mixed([0.9, 0.1], 'nearest', { traces })).toEqual({ samples: [8, NaN], status: TRACE_LIVE });
  });

  it('is NaN where no corner has the sample', () => {
    const traces = [[1, NaN], [1, NaN], [1, NaN], [1, NaN]]; // prettier-ignore
    expect(mixed([0.5, 0.5], 'bilinear', { traces }).samples).toEqual([1, NaN]);
  });

  it('leaves out corners that are dead or missing', () => {
    const status = [TRACE_LIVE, TRACE_MISSING, TRACE_DEAD, TRACE_LIVE];
    expect(mixed([0.5, 0.25], 'bilinear', { status })).toEqual({ samples: [8, 30], status: TRACE_DEAD });
    // Of weights 9/16 and 1/16.
    const { samples } = mixed([0.25, 0.25], 'bilinear', { status });
    expect(samples[0]).toBeCloseTo((0 * 9 + 12 * 1) / 10, 6);
  });

  it.each(['nearest', 'bilinear'] as const)('is missing where the nearest trace is, or outside (%s)', (way) => {
    const status = [TRACE_MISSING, TRACE_LIVE, TRACE_LIVE, TRACE_LIVE];
    expect(mixed([0.1, 0.1], way, { status })).toEqual({ samples: [NaN, NaN], status: TRACE_MISSING });
    expect(mixed([NaN, NaN], way)).toEqual({ samples: [NaN, NaN], status: TRACE_MISSING });
  });
});
