import { describe, expect, it } from 'vitest';
import { fitWorldFromGrid } from '../../../shared/geometry/fit-world-from-grid.ts';
import { fitTraces } from './fit-traces.ts';
import { placedChunks, somePlaced, type GridAxes, type TracePlaces } from './placed-traces.ts';
import { createRandom } from './seeded-random.ts';

const TRACES = 10_000;
const AXES: GridAxes = {
  inline: { first: 10, last: 208, step: 2, count: 100 },
  crossline: { first: -50, last: 247, step: 3, count: 100 },
  isZeroUnset: true,
};

/** @param share of the traces that are placed; the others lack line numbers, coordinates or sense */
function makeTraces(share: number): TracePlaces {
  const random = createRandom(Math.round(share * 1000));
  const traces = {
    inline: new Int32Array(TRACES),
    crossline: new Int32Array(TRACES),
    x: new Float64Array(TRACES),
    y: new Float64Array(TRACES),
    coordinateScalar: new Float64Array(TRACES),
  };
  for (let trace = 0; trace < TRACES; trace += 1) {
    const [i, j] = [Math.floor(trace / 100), trace % 100];
    const scalar = [-100, 10, 0][trace % 3]!;
    const stored = (value: number): number => Math.round(scalar < 0 ? value * 100 : scalar > 0 ? value / 10 : value);
    traces.inline[trace] = 10 + 2 * i;
    traces.crossline[trace] = -50 + 3 * j;
    traces.x[trace] = stored(500_000 + 20 * i - 15 * j + random());
    traces.y[trace] = stored(6_000_000 + 15 * i + 20 * j + random());
    traces.coordinateScalar[trace] = scalar;
    if (random() < share) continue;
    if (trace % 2 === 0) traces.inline[trace] = traces.crossline[trace] = 0;
    else if (trace % 5 === 0) traces.x[trace] = -(2 ** 31);
    else traces.x[trace] = traces.y[trace] = 0;
  }
  return traces;
}

interface PlacedTrace {
  readonly trace: number;
  readonly inline: number;
  readonly crossline: number;
  readonly x: number;
  readonly y: number;
}

/** By the definition, one trace after another. */
function plainPlaced({ inline, crossline, x, y, coordinateScalar }: TracePlaces): PlacedTrace[] {
  const placed: PlacedTrace[] = [];
  for (let trace = 0; trace < TRACES; trace += 1) {
    const isNumbered = inline[trace] !== 0 || crossline[trace] !== 0;
    const isSet = (x[trace] !== 0 || y[trace] !== 0) && x[trace] !== -(2 ** 31);
    if (!isNumbered || !isSet) continue;
    const scalar = coordinateScalar[trace]!;
    const scaled = (value: number): number => (scalar === 0 ? value : scalar > 0 ? value * scalar : value / -scalar);
    placed.push({
      trace,
      inline: (inline[trace]! - 10) / 2,
      crossline: (crossline[trace]! + 50) / 3,
      x: scaled(x[trace]!),
      y: scaled(y[trace]!),
    });
  }
  return placed;
}

describe.each([1, 0.7, 0.02, 0])('with %d of the traces placed', (share) => {
  const traces = makeTraces(share);
  const plain = plainPlaced(traces);

  it('gives them all, in file order', () => {
    const given: PlacedTrace[] = [];
    for (const { count, trace, inline, crossline, x, y } of placedChunks(traces, AXES)) {
      for (let n = 0; n < count; n += 1) {
        given.push({ trace: trace[n]!, inline: inline[n]!, crossline: crossline[n]!, x: x[n]!, y: y[n]! });
      }
    }
    expect(given).toEqual(plain);
  });

  it('gives some of them, spread over all', () => {
    const some = somePlaced(traces, AXES, 100, 5);
    expect(some.count).toBeGreaterThanOrEqual(Math.min(50, plain.length));
    expect(some.count).toBeLessThanOrEqual(100);
    for (let n = 0; n < some.count; n += 1) {
      const { trace, inline, crossline, x, y } = some;
      expect(plain).toContainEqual({
        trace: trace[n]!,
        inline: inline[n]!,
        crossline: crossline[n]!,
        x: x[n]!,
        y: y[n]!,
      });
    }
  });

  it('fits them as a fit of the listed points does', () => {
    const fit = fitTraces(traces, AXES);
    const columnOf = (part: keyof PlacedTrace): number[] => plain.map((placed) => placed[part]);
    const expected = fitWorldFromGrid({
      inline: columnOf('inline'),
      crossline: columnOf('crossline'),
      x: columnOf('x'),
      y: columnOf('y'),
    });
    if (expected === null) {
      expect(fit).toBeNull();
      return;
    }
    expect(fit!.quality).toMatchObject({ traceCount: plain.length, leftOutCount: 0 });
    expect(fit!.quality.rmsResidual).toBeCloseTo(expected.rmsResidual, 6);
    expect(fit!.quality.maxResidual).toBeCloseTo(expected.maxResidual, 6);
    for (const part of ['inlineX', 'inlineY', 'crosslineX', 'crosslineY'] as const) {
      expect(fit!.worldFromGrid[part]).toBeCloseTo(expected.worldFromGrid[part], 9);
    }
  });
});
