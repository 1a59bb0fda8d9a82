import { expect, it } from 'vitest';
import type { SampleAxis } from '../../shared/axes.ts';
import type { AlongPlane, SurveyPlane } from '../../shared/slices.ts';
import { lineIndex, traceIndex } from '../../shared/units.ts';
import { lineCursor, pointOnLine } from './line-cursor.ts';

const LINE_SAMPLES: SampleAxis = { sampleIntervalUs: 2000, firstSampleMs: 100, count: 500, domain: 'time' };
const CUBE_SAMPLES: SampleAxis = { sampleIntervalUs: 4000, firstSampleMs: 0, count: 500, domain: 'time' };
const OWN: SurveyPlane = { orientation: 'traces', index: traceIndex(40), count: 100, line: lineIndex(2) };
const ALONG: AlongPlane = {
  ...OWN,
  orientation: 'along',
  line: lineIndex(2),
  profile: 'line',
  interpolation: 'nearest',
};

it('means the same place on the section of the line and on that of a cube along it', () => {
  const cursor = lineCursor('line', OWN, LINE_SAMPLES, { row: 3.25, column: 50 });
  expect(cursor).toEqual({ surveyId: 'line', line: 2, trace: 43.25, sampleValue: 200 });
  expect(pointOnLine('cube', ALONG, CUBE_SAMPLES, cursor)).toEqual({ row: 3.25, column: 50 });
  expect(lineCursor('cube', ALONG, CUBE_SAMPLES, { row: 3.25, column: 50 })).toEqual(cursor);
  expect(pointOnLine('line', OWN, LINE_SAMPLES, cursor)).toEqual({ row: 3.25, column: 50 });
});

it('is nowhere on other lines and planes', () => {
  const cursor = lineCursor('line', OWN, LINE_SAMPLES, { row: 0, column: 0 });
  expect(pointOnLine('other', OWN, LINE_SAMPLES, cursor)).toBeNull();
  expect(pointOnLine('line', { ...OWN, line: lineIndex(1) }, LINE_SAMPLES, cursor)).toBeNull();
  const inline: SurveyPlane = { orientation: 'inline', index: 3 as never };
  expect(pointOnLine('line', inline, LINE_SAMPLES, cursor)).toBeNull();
  expect(lineCursor('line', inline, LINE_SAMPLES, { row: 0, column: 0 })).toBeNull();
  const inFileOrder: SurveyPlane = { orientation: 'traces', index: traceIndex(0), count: 100 };
  expect(lineCursor('line', inFileOrder, LINE_SAMPLES, { row: 0, column: 0 })).toBeNull();
});
