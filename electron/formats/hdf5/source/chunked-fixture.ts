/** Cubes in chunks of [7, 9, 11], as the tests read them: every plane, at several decimations. */
import { expect } from 'vitest';
import { CrosslineError } from '../../../../shared/errors.ts';
import type { SurveyPlane } from '../../../../shared/slices.ts';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../../../shared/units.ts';
import type { NativeReader } from '../../../native/native-reader.ts';
import { neverAborted, readPlane } from '../../segy/test-planes.ts';
import { describeHdf5 } from '../foreign/describe-hdf5.ts';
import { openCube } from './open-cube.ts';

export const SHAPE = [7, 9, 11] as const;
export const valueAt = (i: number, x: number, s: number): number => i * 16 + x + (s % 8) * 2;

/** What the addon does not read is another test's. */
const notRead = (path: string): CrosslineError =>
  new CrosslineError({ code: 'not-hdf5', path, reason: 'its chunks are not read natively' });

export async function openWith(reader: NativeReader, path: string) {
  const file = await reader.openFile(path);
  const description = await describeHdf5(file, {}).finally(() => file.close());
  const hdf5 = { openDataset: () => Promise.reject(notRead(path)) };
  return await openCube(path, description, { reader, id: 'cube', hdf5 });
}

/** @param expected of a position; the file's own elements unless given */
export async function expectPlanes(reader: NativeReader, path: string, expected = valueAt): Promise<void> {
  const cube = await openWith(reader, path);
  try {
    const [inlines, crosslines, samples] = SHAPE;
    expect([cube.info.inline?.count, cube.info.crossline?.count, cube.info.samples.count]).toEqual([...SHAPE]);
    const planes: [SurveyPlane, number, number, (r: number, c: number) => number][] = [];
    for (let i = 0; i < inlines; i += 1) {
      const plane: SurveyPlane = { orientation: 'inline', index: inlineIndex(i) };
      planes.push([plane, crosslines, samples, (r, c) => expected(i, r, c)]);
    }
    for (let x = 0; x < crosslines; x += 1) {
      const plane: SurveyPlane = { orientation: 'crossline', index: crosslineIndex(x) };
      planes.push([plane, inlines, samples, (r, c) => expected(r, x, c)]);
    }
    for (let s = 0; s < samples; s += 1) {
      const plane: SurveyPlane = { orientation: 'sample', index: sampleIndex(s) };
      planes.push([plane, inlines, crosslines, (r, c) => expected(r, c, s)]);
    }
    for (const [plane, rows, columns, valueOf] of planes) {
      for (const [down, right] of [
        [1, 1],
        [2, 3],
        [5, 4],
      ] as const) {
        const { data } = await readPlane(cube, plane, { rows: down, columns: right });
        const [r, c] = [Math.ceil(rows / down), Math.ceil(columns / right)];
        const wanted = Float32Array.from({ length: r * c }, (_, k) =>
          valueOf(Math.floor(k / c) * down, (k % c) * right),
        );
        expect(data).toEqual(wanted);
      }
    }
    const traces = new Float32Array(inlines * crosslines * samples);
    await cube.readTraces(0, inlines * crosslines, traces, neverAborted);
    const inOrder = (k: number): number =>
      expected(Math.floor(k / samples / crosslines), Math.floor(k / samples) % crosslines, k % samples);
    expect(traces).toEqual(traces.map((_, k) => inOrder(k)));
    const place = { inline: inlineIndex(3), crossline: crosslineIndex(8), sample: sampleIndex(10) };
    expect(Number(await cube.readExactSample(place, neverAborted))).toBe(expected(3, 8, 10));
  } finally {
    await cube.close();
  }
}
