import { describe, expect, it } from 'vitest';
import { NO_DECIMATION } from '../../../shared/slices.ts';
import { inlineIndex, lineIndex, traceIndex } from '../../../shared/units.ts';
import { listTraces, planeTraces } from './plane-traces.ts';
import { traceInGather } from './gather-order.ts';
import type { CubeGeometry, CubeOrder, GatherGrid, GatherOrder, SurveyGeometry } from './survey-geometry.ts';
import { placeOfTrace } from './trace-place.ts';

const axis = (count: number) => ({ first: 1, last: count, step: 1, count });
const cube = (order: CubeOrder): CubeGeometry => ({
  kind: 'cube',
  inline: axis(3),
  crossline: axis(4),
  order,
  worldFromGrid: null,
});

describe('placeOfTrace', () => {
  it.each([
    ['inline sorting', { kind: 'regular', firstTrace: 5, inlineStride: 4, crosslineStride: 1 }],
    ['crossline sorting', { kind: 'regular', firstTrace: 0, inlineStride: 1, crosslineStride: 3 }],
    ['both descending', { kind: 'regular', firstTrace: 11, inlineStride: -4, crosslineStride: -1 }],
    ['inlines descending', { kind: 'regular', firstTrace: 8, inlineStride: -4, crosslineStride: 1 }],
    ['a table', { kind: 'table', traceAt: Int32Array.of(9, 8, 7, 6, 5, 4, 3, -1, 1, 0, 2, 10) }],
  ] as const)('is the inverse of a cube in %s', (_, order) => {
    const geometry = cube(order);
    for (let inline = 0; inline < 3; inline += 1) {
      const plane = { orientation: 'inline', index: inlineIndex(inline) } as const;
      listTraces(planeTraces(geometry, plane, NO_DECIMATION)).forEach((trace, crossline) => {
        if (trace < 0) return;
        expect(placeOfTrace(geometry, trace)).toEqual({ kind: 'grid', inline, crossline, offset: null });
      });
    }
    expect(placeOfTrace(geometry, 77)).toBeNull();
    if (order.kind === 'regular') expect(placeOfTrace(geometry, -1)).toBeNull();
  });

  it.each([
    ['by strides', { kind: 'regular', firstTrace: 2, inlineStride: 8, crosslineStride: 2, offsetStride: 1 }],
    ['by offset first', { kind: 'regular', firstTrace: 0, inlineStride: 4, crosslineStride: 1, offsetStride: 12 }],
    [
      'as a list',
      {
        kind: 'listed',
        starts: Int32Array.of(0, 2, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 6),
        traces: Int32Array.of(7, 3, 9, 1, 0, 2),
        offsetIndices: Int32Array.of(0, 1, 1, 0, 0, 1),
      },
    ],
  ] as const)('is the inverse of gathers %s', (_, order: GatherOrder) => {
    const grid: GatherGrid = {
      inline: axis(3),
      crossline: axis(4),
      positions: 'bins',
      offsets: { kind: 'offsets', values: [100, 200] },
      order,
      worldFromGrid: null,
    };
    let found = 0;
    for (let inline = 0; inline < 3; inline += 1) {
      for (let crossline = 0; crossline < 4; crossline += 1) {
        for (let offset = 0; offset < 2; offset += 1) {
          const trace = traceInGather(grid, inline, crossline, offset);
          if (trace < 0) continue;
          found += 1;
          const place = placeOfTrace({ kind: 'gathers', grid }, trace);
          expect(place).toEqual({ kind: 'grid', inline, crossline, offset });
        }
      }
    }
    expect(found).toBe(order.kind === 'listed' ? 6 : 24);
    expect(placeOfTrace({ kind: 'gathers', grid }, 1000)).toBeNull();
  });

  it('counts along the line that has the trace, and in the file where there are no lines', () => {
    const line = (traces: readonly number[]) => ({
      name: '',
      traces: Int32Array.from(traces),
      cdp: new Int32Array(traces.length),
      shotPoint: null,
      positions: null,
    });
    const lines = { split: 'none', choices: [], lines: [line([0, 2, 4]), line([1, 3])] } as const;
    const geometry: SurveyGeometry = { kind: 'line', lines };
    expect(placeOfTrace(geometry, 3)).toEqual({ kind: 'line', line: lineIndex(1), index: traceIndex(1) });
    expect(placeOfTrace(geometry, 5)).toBeNull();
    expect(placeOfTrace({ kind: 'line', lines: null }, 5)).toEqual({ kind: 'file', index: 5 });
    expect(placeOfTrace({ kind: 'traces' }, 5)).toEqual({ kind: 'file', index: 5 });
  });
});
