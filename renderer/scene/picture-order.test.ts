import { expect, it } from 'vitest';
import { compactView } from '../../shared/slices.ts';
import { inlineIndex } from '../../shared/units.ts';
import { mayReplace } from './picture-order.ts';
import type { SlicePicture } from './slice-picture.ts';

const picture = (requestId: number, index: number, step = 1, surveyId = 'a'): SlicePicture => ({
  requestId,
  surveyId,
  plane: { orientation: 'inline', index: inlineIndex(index) },
  decimation: { rows: step, columns: step },
  view: compactView(new Float32Array(1), 1, 1),
  traceStatus: null,
});

it.each([
  ['anything where nothing is shown', null, picture(1, 0), true],
  ['a newer picture of another plane', picture(5, 3), picture(6, 4), true],
  ['an older picture of another plane', picture(5, 3), picture(4, 2), false],
  ['a newer coarse picture of another plane', picture(5, 3), picture(6, 4, 4), true],
  ['the exact picture asked for before its coarse one', picture(6, 3, 4), picture(5, 3), true],
  ['a coarse picture after the exact one of its plane', picture(5, 3), picture(6, 3, 4), false],
  ['the same plane read again', picture(5, 3), picture(6, 3), true],
  ['the same plane from an older request', picture(6, 3), picture(5, 3), false],
  ['another survey', picture(6, 3), picture(2, 3, 1, 'b'), true],
])('%s', (_, shown, candidate, expected) => {
  expect(mayReplace(shown, candidate)).toBe(expected);
});
