/** A file whose traces fill a grid line by line: recognised without a table of its cells. */
import type { LineAxis } from '../../../shared/axes.ts';
import type { CubeOrder } from './survey-geometry.ts';

type Strides = Extract<CubeOrder, { kind: 'regular' }>;

/** One element a trace, in file order. */
interface NumbersAndAxis {
  readonly numbers: Int32Array;
  readonly axis: LineAxis;
}

/** Null unless every trace is where two constant steps put it, whichever of the two numbers runs faster, up or down. */
export function regularFile(inline: NumbersAndAxis, crossline: NumbersAndAxis): Strides | null {
  const count = inline.numbers.length;
  if (count !== inline.axis.count * crossline.axis.count) return null;
  const isCrosslineFast = count === 1 || crossline.numbers[0] !== crossline.numbers[1];
  const [fast, slow] = isCrosslineFast ? [crossline, inline] : [inline, crossline];
  const fastSign = directionOf(fast.numbers, 1);
  const slowSign = directionOf(slow.numbers, fast.axis.count);
  if (!runsThrough(fast, slow, fastSign, slowSign)) return null;
  // Of a descending number the lowest, at which the axis begins, stands last.
  const firstOf = ({ axis }: NumbersAndAxis, sign: number, stride: number): number =>
    sign < 0 ? (axis.count - 1) * stride : 0;
  const fastStride = fast.axis.count > 1 ? fastSign : 0;
  const slowStride = slow.axis.count > 1 ? slowSign * fast.axis.count : 0;
  return {
    kind: 'regular',
    firstTrace: firstOf(fast, fastSign, 1) + firstOf(slow, slowSign, fast.axis.count),
    inlineStride: isCrosslineFast ? slowStride : fastStride,
    crosslineStride: isCrosslineFast ? fastStride : slowStride,
  };
}

const directionOf = (numbers: Int32Array, stride: number): 1 | -1 =>
  stride < numbers.length && numbers[stride]! < numbers[0]! ? -1 : 1;

function runsThrough(fast: NumbersAndAxis, slow: NumbersAndAxis, fastSign: number, slowSign: number): boolean {
  const [fastNumbers, slowNumbers] = [fast.numbers, slow.numbers];
  const [fastCount, slowCount] = [fast.axis.count, slow.axis.count];
  const [fastStep, slowStep] = [fastSign * fast.axis.step, slowSign * slow.axis.step];
  const fastStart = fastSign > 0 ? fast.axis.first : fast.axis.last;
  let slowNumber = slowSign > 0 ? slow.axis.first : slow.axis.last;
  for (let i = 0, trace = 0; i < slowCount; i += 1, slowNumber += slowStep) {
    let fastNumber = fastStart;
    for (let j = 0; j < fastCount; j += 1, trace += 1, fastNumber += fastStep) {
      if (fastNumbers[trace] !== fastNumber || slowNumbers[trace] !== slowNumber) return false;
    }
  }
  return true;
}
