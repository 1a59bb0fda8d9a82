/** Surveys and pictures for the scenes, made up here. */
import type { WorldFromGrid } from '../../shared/geometry/world-from-grid.ts';
import { compactView, type SlicePlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../shared/units.ts';
import type { PlaneOrientation } from '../../renderer/scene/scene-events.ts';
import type { SlicePicture } from '../../renderer/scene/slice-picture.ts';

export interface SurveyCounts {
  readonly inlines: number;
  readonly crosslines: number;
  readonly samples: number;
}

export const SURVEY_ID = 'made-up';

export function createSurvey(counts: SurveyCounts, worldFromGrid: WorldFromGrid | null): SurveyInfo {
  return {
    id: SURVEY_ID,
    name: 'Made up',
    path: null,
    kind: 'cube',
    format: 'none',
    fileBytes: 0,
    traceCount: counts.inlines * counts.crosslines,
    samples: { sampleIntervalUs: 2000, firstSampleMs: 0, count: counts.samples, domain: 'time' },
    sampleFormat: { code: 5, name: '4-byte IEEE floating-point' },
    byteOrder: 'little',
    inline: { first: 1, last: counts.inlines, step: 1, count: counts.inlines },
    crossline: { first: 1, last: counts.crosslines, step: 1, count: counts.crosslines },
    worldFromGrid,
    gathers: null,
    lines: null,
    worldFit: null,
    missingTraceCount: 0,
    duplicateTraceCount: 0,
    deadTraceCount: 0,
    geometryState: 'scanned',
    mapping: null,
    dataset: null,
    findings: [],
  };
}

export function planeOf(orientation: PlaneOrientation, index: number): SlicePlane {
  switch (orientation) {
    case 'inline':
      return { orientation, index: inlineIndex(index) };
    case 'crossline':
      return { orientation, index: crosslineIndex(index) };
    case 'sample':
      return { orientation, index: sampleIndex(index) };
  }
}

export function createPicture(
  requestId: number,
  plane: SlicePlane,
  shape: readonly [rows: number, columns: number],
  amplitudeAt: (row: number, column: number) => number,
  traceStatus: Uint8Array | null = null,
): SlicePicture {
  const [rows, columns] = shape;
  const data = Float32Array.from({ length: rows * columns }, (_, k) =>
    amplitudeAt(Math.floor(k / columns), k % columns),
  );
  const decimation = { rows: 1, columns: 1 };
  return { requestId, surveyId: SURVEY_ID, plane, decimation, view: compactView(data, rows, columns), traceStatus };
}
