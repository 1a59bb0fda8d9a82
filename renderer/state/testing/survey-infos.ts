/** Survey descriptions for tests. */
import type { SurveyInfo } from '../../../shared/survey.ts';

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
