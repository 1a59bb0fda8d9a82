import { expect, test } from 'vitest';
import { MIS_TIE_RAMP, misTieColour } from './mis-tie-colours.ts';

test('runs through its three colours, and no further', () => {
  expect([-1, 0, 0.5, 1, 2].map(misTieColour)).toEqual([0, 0, 1, 2, 2].map((k) => MIS_TIE_RAMP[k]));
  expect(misTieColour(0.25)).toEqual([141, 160, 101]);
});
