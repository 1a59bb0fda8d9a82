import { expect, test } from 'vitest';
import { lineIndex } from '../../../shared/units.ts';
import { CUBE } from '../testing/survey-infos.ts';
import { linesAcrossSection, linesInGrid, type PlacedLine } from './lines-across-cube.ts';

/** Inlines 25 m apart to the north, crosslines 12.5 m apart to the east. */
const GROUND = CUBE.worldFromGrid!;
const COUNTS = { inlines: 10, crosslines: 20 };

const lineOf = (name: string, ...grid: readonly (readonly [inline: number, crossline: number])[]): PlacedLine => ({
  surveyId: name,
  line: lineIndex(0),
  name,
  x: Float64Array.from(grid, ([, crossline]) => GROUND.originX + crossline * GROUND.crosslineX),
  y: Float64Array.from(grid, ([inline]) => GROUND.originY + inline * GROUND.inlineY),
});

const across = (lines: readonly PlacedLine[], orientation: 'inline' | 'crossline', index: number) =>
  linesAcrossSection(linesInGrid(lines, GROUND, COUNTS), orientation, index, orientation === 'inline' ? 20 : 10).map(
    ({ placed, row, trace }) => [placed.name, row, trace],
  );

test('a line crosses an inline and a crossline at fractional traces of both', () => {
  const line = lineOf('L', [0, 2], [4, 10]);
  expect(across([line], 'inline', 3)).toEqual([['L', 8, 0.75]]);
  expect(across([line], 'crossline', 4)).toEqual([['L', 1, 0.25]]);
  expect(across([line], 'inline', 5)).toEqual([]);
});

test('a trace on the section counts once, traces without a position and lines elsewhere not at all', () => {
  expect(across([lineOf('L', [1, 2], [3, 6], [5, 10])], 'inline', 3)).toEqual([['L', 6, 1]]);
  expect(across([lineOf('L', [1, 2], [NaN, NaN], [5, 10])], 'inline', 3)).toEqual([]);
  expect(across([lineOf('L', [1, 40], [5, 50])], 'inline', 3)).toEqual([]);
  expect(across([lineOf('L', [3, 2], [3, 6])], 'inline', 3)).toEqual([]);
});
