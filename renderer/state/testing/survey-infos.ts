/** Survey descriptions for tests. */
import type { SurveyInfo } from '../../../shared/survey.ts';
import { traceIndex } from '../../../shared/units.ts';

export const CUBE: SurveyInfo = {
  id: 'cube',
  name: 'cube.sgy',
  path: '/data/cube.sgy',
  kind: 'cube',
  format: 'SEG-Y rev 1',
  fileBytes: 1_000_000,
  traceCount: 200,
  samples: { sampleIntervalUs: 4000, firstSampleMs: 100, count: 50, domain: 'time' },
  sampleFormat: { code: 1, name: '4-byte IBM floating-point' },
  byteOrder: 'big',
  inline: { first: 100, last: 118, step: 2, count: 10 },
  crossline: { first: 300, last: 319, step: 1, count: 20 },
  gathers: null,
  lines: null,
  worldFromGrid: { originX: 1000, originY: 2000, inlineX: 0, inlineY: 25, crosslineX: 12.5, crosslineY: 0 },
  worldFit: null,
  missingTraceCount: 0,
  duplicateTraceCount: 0,
  deadTraceCount: null,
  geometryState: 'sampled',
  mapping: null,
  dataset: null,
  findings: [],
};

export const LINE: SurveyInfo = {
  ...CUBE,
  id: 'line',
  name: 'line.sgy',
  path: '/data/line.sgy',
  kind: 'line',
  traceCount: 2500,
  inline: null,
  crossline: null,
  worldFromGrid: null,
};

export const GATHERS: SurveyInfo = {
  ...CUBE,
  id: 'gathers',
  name: 'gathers.sgy',
  path: '/data/gathers.sgy',
  kind: 'gathers',
  traceCount: 600,
  gathers: { positions: 'bins', offsets: { kind: 'offsets', values: [150, 300, 600] } },
};

export const SHOTS: SurveyInfo = {
  ...GATHERS,
  id: 'shots',
  name: 'shots.sgy',
  path: '/data/shots.sgy',
  inline: { first: 0, last: 0, step: 1, count: 1 },
  worldFromGrid: null,
  gathers: { positions: 'shots', offsets: { kind: 'numbers', count: 30 } },
};

export const TWO_LINES: SurveyInfo = {
  ...LINE,
  id: 'lines',
  lines: {
    split: 'line',
    choices: [
      { split: 'none', label: 'One line', lineCount: 1 },
      { split: 'line', label: 'Inline number', lineCount: 2 },
    ],
    lines: [
      {
        name: 'Line 7',
        traceCount: 500,
        firstTrace: traceIndex(0),
        cdp: { first: 100, last: 599 },
        shotPoint: null,
        length: 12_475,
      },
      { name: 'Line 8', traceCount: 2000, firstTrace: traceIndex(500), cdp: null, shotPoint: null, length: null },
    ],
  },
};
