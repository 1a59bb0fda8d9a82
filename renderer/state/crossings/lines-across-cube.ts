/** Where open 2D lines cross the sections of a cube. */
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import type { LineIndex } from '../../../shared/units.ts';

export interface PlacedLine {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
  readonly name: string;
  /** World coordinates of its traces; NaN where one has none. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A line over a cube: fractional indices of its traces in the cube's grid. */
export interface LineInGrid {
  readonly placed: PlacedLine;
  readonly inline: Float32Array;
  readonly crossline: Float32Array;
  readonly inlineRange: readonly [low: number, high: number];
  readonly crosslineRange: readonly [low: number, high: number];
}

/** A place where a line crosses a section. */
export interface LineOnSection {
  readonly placed: PlacedLine;
  /** Fractional row of the section. */
  readonly row: number;
  /** Fractional trace of the line. */
  readonly trace: number;
}

/** Lines that lie nowhere over the cube are left out. Once for a cube and its lines: a move looks at few of them. */
export function linesInGrid(
  lines: readonly PlacedLine[],
  ground: WorldFromGrid,
  counts: { readonly inlines: number; readonly crosslines: number },
): readonly LineInGrid[] {
  const { originX, originY, inlineX, inlineY, crosslineX, crosslineY } = ground;
  const determinant = inlineX * crosslineY - inlineY * crosslineX;
  if (determinant === 0) return [];
  return lines.flatMap((placed) => {
    const inline = new Float32Array(placed.x.length);
    const crossline = new Float32Array(placed.x.length);
    // As `gridPoint`, without an object for each of millions of traces.
    for (let k = 0; k < inline.length; k += 1) {
      const dx = placed.x[k]! - originX;
      const dy = placed.y[k]! - originY;
      inline[k] = (dx * crosslineY - dy * crosslineX) / determinant;
      crossline[k] = (inlineX * dy - inlineY * dx) / determinant;
    }
    const inGrid = { placed, inline, crossline, inlineRange: rangeOf(inline), crosslineRange: rangeOf(crossline) };
    const isOver = meets(inGrid.inlineRange, counts.inlines) && meets(inGrid.crosslineRange, counts.crosslines);
    return isOver ? [inGrid] : [];
  });
}

function rangeOf(values: Float32Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

const meets = ([low, high]: readonly [number, number], count: number): boolean => high >= -0.5 && low <= count - 0.5;

/** @param rowCount of the section: crosslines along an inline, inlines along a crossline */
export function linesAcrossSection(
  lines: readonly LineInGrid[],
  orientation: 'inline' | 'crossline',
  index: number,
  rowCount: number,
): readonly LineOnSection[] {
  return lines.flatMap((each) => {
    const [across, along] = orientation === 'inline' ? [each.inline, each.crossline] : [each.crossline, each.inline];
    const [low, high] = orientation === 'inline' ? each.inlineRange : each.crosslineRange;
    return index < low || index > high ? [] : placesOf(each.placed, across, along, index, rowCount);
  });
}

/** A trace on the section counts once, and a line that runs along it not at all. */
function placesOf(
  placed: PlacedLine,
  across: Float32Array,
  along: Float32Array,
  index: number,
  rowCount: number,
): readonly LineOnSection[] {
  const places: LineOnSection[] = [];
  for (let k = 0; k + 1 < across.length; k += 1) {
    const [from, to] = [across[k]! - index, across[k + 1]! - index];
    const isCrossed = (from <= 0 && to > 0) || (from >= 0 && to < 0);
    if (!isCrossed) continue;
    const share = from / (from - to);
    const row = along[k]! + share * (along[k + 1]! - along[k]!);
    if (row >= -0.5 && row <= rowCount - 0.5) places.push({ placed, row, trace: k + share });
  }
  return places;
}
