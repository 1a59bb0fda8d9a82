/** Reads whole planes in tests, and compares samples with what another reader has. */
import { expect } from 'vitest';
import { NO_DECIMATION, planeCounts, planeShape, type Decimation, type SurveyPlane } from '../../../shared/slices.ts';
import type { SliceRead, SurveySource } from '../survey-source.ts';
import type { ExpectedSamples } from './test-real-files.ts';

export const neverAborted: AbortSignal = new AbortController().signal;

export interface PlaneOfSamples {
  readonly rows: number;
  readonly columns: number;
  /** C order. */
  readonly data: Float32Array;
  readonly read: SliceRead;
}

export async function readPlane(
  source: SurveySource,
  plane: SurveyPlane,
  decimation: Decimation = NO_DECIMATION,
): Promise<PlaneOfSamples> {
  const [rows, columns] = planeShape(plane, planeCounts(source.info), decimation);
  const data = new Float32Array(rows * columns);
  const read = await source.readSlice(plane, decimation, data, neverAborted);
  return { rows, columns, data, read };
}

/** Rows or columns turned round where the file runs from high line numbers to low ones. */
export function inFileOrder(
  { rows, columns, data }: PlaneOfSamples,
  areRowsDescending: boolean,
  areColumnsDescending: boolean,
): Float32Array {
  return data.map((_, cell) => {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const storedRow = areRowsDescending ? rows - 1 - row : row;
    return data[storedRow * columns + (areColumnsDescending ? columns - 1 - column : column)]!;
  });
}

/** First samples, sum and greatest magnitude; to 2e-6 of the magnitudes, as segyio rounds IBM floats differently. */
export function expectSamples(samples: Float32Array, expected: ExpectedSamples): void {
  const absSum = samples.reduce((sum, sample) => sum + Math.abs(sample), 0);
  expected.first.forEach((first, i) => expectClose(samples[i]!, Number(first), Math.abs(Number(first))));
  expectClose(
    samples.reduce((sum, sample) => sum + sample, 0),
    Number(expected.sum),
    absSum,
  );
  const absMax = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expectClose(absMax, Number(expected.absMax), absMax);
}

function expectClose(actual: number, expected: number, scale: number): void {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(2e-6 * scale);
}
