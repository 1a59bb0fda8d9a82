/** What the synthetic survey says of itself: a rotated cube of 25 m bins, 4 ms, from 0 ms on. */
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { SyntheticOptions } from './synthetic-options.ts';

const BIN_METRES = 25;
const ROTATION_RADIANS = Math.PI / 6;

export function syntheticInfo(
  id: SurveyId,
  { inlines, crosslines, samples }: SyntheticOptions,
  missingTraceCount: number,
  deadTraceCount: number,
): SurveyInfo {
  return {
    id,
    name: 'Synthetic',
    path: null,
    kind: 'cube',
    format: 'Synthetic',
    fileBytes: 0,
    traceCount: inlines * crosslines,
    samples: { sampleIntervalUs: 4000, firstSampleMs: 0, count: samples, domain: 'time' },
    sampleFormat: { code: 5, name: '4-byte IEEE floating-point' },
    byteOrder: 'little',
    inline: { first: 1, last: inlines, step: 1, count: inlines },
    crossline: { first: 1, last: crosslines, step: 1, count: crosslines },
    gathers: null,
    lines: null,
    worldFromGrid: {
      originX: 500_000,
      originY: 6_700_000,
      inlineX: -BIN_METRES * Math.sin(ROTATION_RADIANS),
      inlineY: BIN_METRES * Math.cos(ROTATION_RADIANS),
      crosslineX: BIN_METRES * Math.cos(ROTATION_RADIANS),
      crosslineY: BIN_METRES * Math.sin(ROTATION_RADIANS),
    },
    worldFit: null,
    missingTraceCount,
    duplicateTraceCount: 0,
    deadTraceCount,
    geometryState: 'scanned',
    mapping: null,
    dataset: null,
    findings: [
      { code: 'synthetic', severity: 'info', message: 'These amplitudes are computed; there is no file behind them.' },
    ],
  };
}
