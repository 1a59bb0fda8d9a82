/** Recognises a complete, evenly sorted cube from its first two and its last header, and tests the claim on others. */
import type { LineAxis } from '../../../shared/axes.ts';
import { lineAxisFromEnds } from './line-axis.ts';
import type { CubeOrder } from './survey-geometry.ts';

export interface LineNumbers {
  readonly inline: number;
  readonly crossline: number;
}

export interface RegularCube {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  readonly order: Extract<CubeOrder, { kind: 'regular' }>;
  /** The traces at the grid's other corners: the likeliest to give a wrong claim away. */
  readonly corners: readonly number[];
  /** What the header of a trace must say if the claim is true. */
  lineNumbersOf(trace: number): LineNumbers;
}

/**
 * The word that differs between the first two traces counts along a line of the file; how far it got at the last trace
 * tells the length of a line. Null where the three headers fit no such cube. Works for either sorting and direction,
 * any step and negative numbers; a file whose numbers do not change has none.
 */
export function proposeRegularCube(
  first: LineNumbers,
  second: LineNumbers,
  last: LineNumbers,
  traceCount: number,
): RegularCube | null {
  const fast = fastWord(first, second);
  if (fast === null) return null;
  const slow = fast === 'inline' ? 'crossline' : 'inline';
  const fastCount = (last[fast] - first[fast]) / (second[fast] - first[fast]) + 1;
  const slowCount = traceCount / fastCount;
  if (!isCount(fastCount) || fastCount < 2 || !isCount(slowCount)) return null;
  const fastStep = second[fast] - first[fast];
  const slowStep = slowCount === 1 ? 0 : (last[slow] - first[slow]) / (slowCount - 1);
  if (!Number.isInteger(slowStep) || (slowStep === 0) !== (slowCount === 1)) return null;
  // One line whose other number was never set is a 2D line, not a cube.
  if (slowCount === 1 && first[slow] === 0) return null;
  if (slowCount === 1 && last[slow] !== first[slow]) return null;

  const axes = {
    [fast]: lineAxisFromEnds(first[fast], last[fast], fastCount),
    [slow]: lineAxisFromEnds(first[slow], last[slow], slowCount),
  } as Record<keyof LineNumbers, LineAxis>;
  const strides = {
    [fast]: Math.sign(fastStep),
    [slow]: fastCount * Math.sign(slowStep),
  } as Record<keyof LineNumbers, number>;
  // Grid position (0, 0) has the lowest numbers, which a descending file stores last.
  const firstTrace = (fastStep < 0 ? fastCount - 1 : 0) + (slowStep < 0 ? (slowCount - 1) * fastCount : 0);
  return {
    inline: axes.inline,
    crossline: axes.crossline,
    order: { kind: 'regular', firstTrace, inlineStride: strides.inline, crosslineStride: strides.crossline },
    corners: [fastCount - 1, fastCount, traceCount - fastCount].filter((trace) => trace < traceCount),
    lineNumbersOf: (trace) =>
      ({
        [fast]: first[fast] + (trace % fastCount) * fastStep,
        [slow]: first[slow] + Math.floor(trace / fastCount) * slowStep,
      }) as Record<keyof LineNumbers, number>,
  };
}

/** The one word that differs; null where none or both do. */
function fastWord(first: LineNumbers, second: LineNumbers): keyof LineNumbers | null {
  const hasInlineChanged = first.inline !== second.inline;
  if (hasInlineChanged === (first.crossline !== second.crossline)) return null;
  return hasInlineChanged ? 'inline' : 'crossline';
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;
