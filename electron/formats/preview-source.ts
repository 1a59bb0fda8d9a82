/** The middle of an open survey, small: what a dialog shows of a way to read a file. */
import type { MappingPreview } from '../../shared/mapping/mapping-proposal.ts';
import { compactView, planeCounts, planeShape, type Decimation, type SurveyPlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { inlineIndex, traceIndex } from '../../shared/units.ts';
import type { SurveySource } from './survey-source.ts';

/** A picture of a dialog is no larger. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 500;
/** Neighbouring traces that make a section where nothing says which belong together. */
const MOST_TRACES = 2000;

/** @throws CrosslineError what reading rejects with; cancelled */
export async function previewSection(source: SurveySource, signal: AbortSignal): Promise<MappingPreview['section']> {
  const { info } = source;
  const plane = middlePlane(info);
  const counts = planeCounts(info);
  const decimation = smallPicture(planeShape(plane, counts, { rows: 1, columns: 1 }));
  const [rows, columns] = planeShape(plane, counts, decimation);
  const samples = new Float32Array(rows * columns);
  await source.readSlice(plane, decimation, samples, signal);
  return { plane, view: compactView(samples, rows, columns) };
}

function middlePlane({ inline, traceCount }: SurveyInfo): SurveyPlane {
  if (inline !== null) return { orientation: 'inline', index: inlineIndex(inline.count >> 1) };
  const count = Math.min(MOST_TRACES, traceCount);
  return { orientation: 'traces', index: traceIndex((traceCount - count) >> 1), count };
}

const smallPicture = ([rows, columns]: readonly [number, number]): Decimation => ({
  rows: Math.ceil(rows / MOST_ROWS),
  columns: Math.ceil(columns / MOST_COLUMNS),
});
