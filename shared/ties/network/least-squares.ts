/** Weighted least squares over a network of lines, by conjugate gradients: the matrix of all lines is never made. */
import { factorPentadiagonal, lineBlock, solveFactored } from './line-blocks.ts';
import type { Network } from './observations.ts';

/** Of the first gradient, in the measure of the preconditioner: shifts of 20 ms change by less than 1 us below it. */
const TOLERANCE = 1e-6;
/** Thousand lines in a chain take as many steps. */
const MOST_STEPS = 2000;
/** Where a line is not heard its shift goes on as it was, neither on a slope nor to 0. */
const FLATNESS = 0.01;
/** Of the weights of a line: what keeps the equations of a line that nothing is said of solvable. */
const LEAST_WEIGHT = 1e-9;

/**
 * The least of sum w (x1 - x2 - value)^2 + damping sum v x^2 + smoothness (sum (second differences)^2 + FLATNESS sum (first
 * differences)^2), where v is the sum of a line's w at a knot over the largest such sum, so that damping bends no curve.
 * @param start values near the solution
 * @returns [lines, knots] in C order
 */
export function solveLeastSquares(network: Network, start?: Float64Array): Float64Array {
  const { lineCount, knots, observations, isFixed } = network;
  const damping = dampingOf(network);
  const size = lineCount * knots;
  const x = start?.slice() ?? new Float64Array(size);
  const hold = (vector: Float64Array): void =>
    isFixed.forEach((fixed, line) => fixed && vector.fill(0, line * knots, (line + 1) * knots));
  hold(x);
  const residual = new Float64Array(size);
  for (const { line1, line2, values, weights } of observations) {
    for (let k = 0; k < knots; k += 1) {
      residual[line1 * knots + k]! += weights[k]! * values[k]!;
      residual[line2 * knots + k]! -= weights[k]! * values[k]!;
    }
  }
  const precondition = createPreconditioner(network, damping);
  const measure = dot(residual, precondition(residual));
  const image = new Float64Array(size);
  applyNormal(network, damping, x, image);
  for (let k = 0; k < size; k += 1) residual[k]! -= image[k]!;
  hold(residual);
  const direction = precondition(residual);
  let product = dot(residual, direction);
  for (let step = 0; step < MOST_STEPS && product > measure * TOLERANCE ** 2; step += 1) {
    applyNormal(network, damping, direction, image);
    hold(image);
    const length = product / dot(direction, image);
    if (!Number.isFinite(length)) break;
    for (let k = 0; k < size; k += 1) {
      x[k]! += length * direction[k]!;
      residual[k]! -= length * image[k]!;
    }
    const preconditioned = precondition(residual);
    const next = dot(residual, preconditioned);
    for (let k = 0; k < size; k += 1) direction[k] = preconditioned[k]! + (next / product) * direction[k]!;
    product = next;
  }
  return x;
}

/** Of each line, the weights of all that is said of it. */
function weightsOfLines({ lineCount, knots, observations }: Network): readonly Float64Array[] {
  const weightsOf = Array.from({ length: lineCount }, () => new Float64Array(knots));
  for (const { line1, line2, weights } of observations) {
    for (let k = 0; k < knots; k += 1) {
      weightsOf[line1]![k]! += weights[k]!;
      weightsOf[line2]![k]! += weights[k]!;
    }
  }
  return weightsOf;
}

function dampingOf(network: Network): Float64Array {
  const damping = new Float64Array(network.lineCount * network.knots);
  weightsOfLines(network).forEach((weights, line) => {
    const most = weights.reduce((highest, weight) => Math.max(highest, weight), 0);
    if (most > 0) damping.set(weights.map((weight) => (network.damping * weight) / most), line * network.knots); // prettier-ignore
  });
  return damping;
}

/** Each line as if the others were fixed: what is left joins lines only. */
function createPreconditioner(network: Network, damping: Float64Array) {
  const { knots, smoothness } = network;
  const weightsOf = weightsOfLines(network).map((weights, line) =>
    weights.map((weight, k) => weight + damping[line * knots + k]! + LEAST_WEIGHT),
  );
  const blocks = weightsOf.map((weights) => lineBlock(weights, smoothness, FLATNESS));
  for (const block of blocks) factorPentadiagonal(block);
  return (vector: Float64Array): Float64Array => {
    const solved = vector.slice();
    blocks.forEach((block, line) => solveFactored(block, solved, line * knots));
    return solved;
  };
}

function applyNormal(
  { lineCount, knots, observations, smoothness }: Network,
  damping: Float64Array,
  x: Float64Array,
  image: Float64Array,
): void {
  for (let k = 0; k < x.length; k += 1) image[k] = damping[k]! * x[k]!;
  for (const { line1, line2, weights } of observations) {
    for (let k = 0; k < knots; k += 1) {
      const pull = weights[k]! * (x[line1 * knots + k]! - x[line2 * knots + k]!);
      image[line1 * knots + k]! += pull;
      image[line2 * knots + k]! -= pull;
    }
  }
  for (let line = 0; line < lineCount; line += 1) {
    const [first, last] = [line * knots, (line + 1) * knots - 1];
    for (let k = first; k < last; k += 1) {
      const step = smoothness * FLATNESS * (x[k + 1]! - x[k]!);
      image[k]! -= step;
      image[k + 1]! += step;
    }
    for (let k = first + 1; k < last; k += 1) {
      const bend = smoothness * (x[k - 1]! - 2 * x[k]! + x[k + 1]!);
      image[k - 1]! += bend;
      image[k]! -= 2 * bend;
      image[k + 1]! += bend;
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k]! * b[k]!;
  return sum;
}
