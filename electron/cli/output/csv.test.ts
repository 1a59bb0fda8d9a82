import { expect, it } from 'vitest';
import { compactView } from '../../../shared/slices.ts';
import { inlineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';
import { EXAMPLE_CUBE, EXAMPLE_TRACES } from '../fixtures/example-survey.ts';
import { sliceAxes } from '../slice/slice-axes.ts';
import { csvLines } from './csv.ts';

it('labels an inline by crossline numbers and times', () => {
  const view = compactView(Float32Array.of(1, 0.1, 3, 4, NaN, NaN, NaN, NaN), 2, 4);
  const axes = sliceAxes({ orientation: 'inline', index: inlineIndex(0) }, EXAMPLE_CUBE);
  expect([...csvLines(view, axes)].join('')).toBe(
    'crossline\\time (ms),100,104,108,112\n100,1,0.1,3,4\n101,NaN,NaN,NaN,NaN\n',
  );
});

it('labels a time slice by inline and crossline numbers', () => {
  const view = compactView(Float32Array.of(1, 2, 3, 4, 5, 6), 3, 2);
  const axes = sliceAxes({ orientation: 'sample', index: sampleIndex(1) }, EXAMPLE_CUBE);
  expect([...csvLines(view, axes)].join('')).toBe('inline\\crossline,100,101\n10,1,2\n12,3,4\n14,5,6\n');
});

it('labels traces by their 0-based place in the file', () => {
  const axes = sliceAxes({ orientation: 'traces', index: traceIndex(3), count: 2 }, EXAMPLE_TRACES);
  const view = compactView(new Float32Array(8), 2, 4);
  expect([...csvLines(view, axes)].map((line) => line.split(',')[0])).toEqual(['trace\\time (ms)', '3', '4']);
});
