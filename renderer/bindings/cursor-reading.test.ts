import { describe, expect, test } from 'vitest';
import {
  compactView,
  NO_DECIMATION,
  TRACE_DEAD,
  TRACE_LIVE,
  TRACE_MISSING,
  type SlicePlane,
} from '../../shared/slices.ts';
import { crosslineIndex, inlineIndex, lineIndex, sampleIndex, traceIndex } from '../../shared/units.ts';
import type { LoadedPicture } from '../engine-client/loaded-picture.ts';
import { ENGINE_TIMING } from '../engine-client/testing/slow-engine.ts';
import { CUBE, GATHERS, LINE, TWO_LINES } from '../state/testing/survey-infos.ts';
import { cursorReading } from './cursor-reading.ts';

const picture = (plane: SlicePlane, data: number[], rows: number, status: number[] | null = null): LoadedPicture => ({
  requestId: 1,
  surveyId: 'cube',
  plane,
  decimation: NO_DECIMATION,
  view: compactView(Float32Array.from(data), rows, data.length / rows),
  traceStatus: status === null ? null : Uint8Array.from(status),
  timing: ENGINE_TIMING,
  transferMs: 0,
  inputAtMs: null,
});

const INLINE: SlicePlane = { orientation: 'inline', index: inlineIndex(3) };

describe('the reading under the cursor', () => {
  test('on an inline: line numbers, world coordinates, time and the sample itself', () => {
    expect(cursorReading(CUBE, picture(INLINE, [1, 2, 3, 4, 5, 6], 2), { row: 1, column: 2 }, null)).toEqual({
      inlineNumber: 106,
      crosslineNumber: 301,
      traceNumber: null,
      cdpNumber: null,
      shotPoint: null,
      offset: null,
      x: 1000 + 12.5,
      y: 2000 + 3 * 25,
      sampleValue: 108,
      amplitude: 6,
      stored: null,
      rounded: null,
      trace: 'live',
    });
  });

  test('on a time slice the time is that of the slice, and each cell has its own trace', () => {
    const plane: SlicePlane = { orientation: 'sample', index: sampleIndex(25) };
    const slice = picture(plane, [1, 2, 3, 4], 2, [TRACE_LIVE, TRACE_LIVE, TRACE_LIVE, TRACE_DEAD]);
    expect(cursorReading(CUBE, slice, { row: 1, column: 1 }, null)).toMatchObject({
      inlineNumber: 102,
      crosslineNumber: 301,
      sampleValue: 200,
      amplitude: 4,
      trace: 'dead',
    });
  });

  test('integers are told in full, and asked for where float32 may have rounded them', () => {
    const integers = { ...CUBE, sampleFormat: { code: 9, name: '8-byte integer' } };
    const slice = picture(INLINE, [-12_345, 2 ** 40, 3, 4], 2);
    expect(cursorReading(integers, slice, { row: 0, column: 0 }, null)).toMatchObject({
      stored: '-12345',
      rounded: null,
    });
    expect(cursorReading(integers, slice, { row: 0, column: 1 }, null)).toMatchObject({
      stored: null,
      rounded: { surveyId: 'cube', place: { inline: 3, crossline: 0, sample: 1 } },
    });
  });

  test('where there is no trace there is no amplitude', () => {
    const slice = picture(INLINE, [NaN, NaN, 3, 4], 2, [TRACE_MISSING, TRACE_LIVE]);
    expect(cursorReading(CUBE, slice, { row: 0, column: 1 }, null)).toMatchObject({
      amplitude: null,
      trace: 'missing',
    });
  });

  test('a coarse picture does not hold the sample', () => {
    const coarse = { ...picture(INLINE, [1, 2], 1), decimation: { rows: 4, columns: 4 } };
    expect(cursorReading(CUBE, coarse, { row: 7, column: 1 }, null)).toMatchObject({
      crosslineNumber: 307,
      amplitude: null,
    });
  });

  test('a section by trace number counts traces from 1 and has no place in the world', () => {
    const plane: SlicePlane = { orientation: 'traces', index: traceIndex(100), count: 2 };
    expect(cursorReading(LINE, picture(plane, [1, 2, 3, 4], 2), { row: 1, column: 0 }, null)).toMatchObject({
      inlineNumber: null,
      x: null,
      traceNumber: 102,
      amplitude: 3,
    });
  });

  test('on a line: CDP, shot point and position of the trace, where the navigation is of that plane', () => {
    const plane: SlicePlane = { orientation: 'traces', index: traceIndex(100), count: 2, line: lineIndex(1) };
    const navigation = {
      trace: Int32Array.from([7, 9]),
      cdp: Int32Array.from([500, 501]),
      shotPoint: Float64Array.from([101, 101.5]),
      positions: {
        x: Float64Array.from([1, NaN]),
        y: Float64Array.from([2, NaN]),
        distance: Float64Array.from([0, 25]),
      },
    };
    const slice = picture(plane, [1, 2, 3, 4], 2);
    const shown = { surveyId: 'lines', plane, navigation };
    expect(cursorReading(TWO_LINES, slice, { row: 0, column: 0 }, shown)).toMatchObject({
      traceNumber: 101,
      cdpNumber: 500,
      shotPoint: 101,
      x: 1,
      y: 2,
    });
    expect(cursorReading(TWO_LINES, slice, { row: 1, column: 0 }, shown)).toMatchObject({ cdpNumber: 501, x: null });
    const elsewhere = { ...shown, plane: { ...plane, index: traceIndex(0) } };
    expect(cursorReading(TWO_LINES, slice, { row: 0, column: 0 }, elsewhere)).toMatchObject({
      cdpNumber: null,
      x: null,
    });
  });

  test('on a gather: the position of all its traces, and the offset of each', () => {
    const plane: SlicePlane = { orientation: 'gather', index: crosslineIndex(1), inline: inlineIndex(3) };
    expect(cursorReading(GATHERS, picture(plane, [1, 2, 3, 4, 5, 6], 3), { row: 2, column: 1 }, null)).toMatchObject({
      inlineNumber: 106,
      crosslineNumber: 301,
      offset: 600,
      amplitude: 6,
    });
  });

  test('of a stack no sample is stored anywhere', () => {
    const integers = { ...GATHERS, sampleFormat: { code: 2, name: '4-byte integer' } };
    const plane: SlicePlane = { orientation: 'inline', index: inlineIndex(3), selection: { kind: 'stack' } };
    const slice = picture(plane, [2 ** 30, 1], 1);
    expect(cursorReading(integers, slice, { row: 0, column: 0 }, null)).toMatchObject({ stored: null, rounded: null });
    expect(cursorReading(integers, { ...slice, plane: INLINE }, { row: 0, column: 0 }, null).rounded).not.toBeNull();
  });
});
