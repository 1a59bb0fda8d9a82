/**
 * Numbers as unevaluated sums of two doubles, about 106 bits (Dekker 1971, A floating-point technique for extending the
 * available precision). The larger part first.
 */
export type DoubleDouble = readonly [number, number];

/** 2^27 + 1 splits a double's 53 bits in halves. */
const SPLITTER = 134217729;

function fastSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

/** Exact. */
export function sumOf(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const virtual = sum - a;
  return [sum, a - (sum - virtual) + (b - virtual)];
}

/** Exact. */
export const differenceOf = (a: number, b: number): DoubleDouble => sumOf(a, -b);

/** Exact. */
function productOf(a: number, b: number): DoubleDouble {
  const product = a * b;
  const [splitA, splitB] = [SPLITTER * a, SPLITTER * b];
  const highA = splitA - (splitA - a);
  const highB = splitB - (splitB - b);
  const [lowA, lowB] = [a - highA, b - highB];
  return [product, lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB)];
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [sum, error] = sumOf(a[0], b[0]);
  const [low, lowError] = sumOf(a[1], b[1]);
  const [high, rest] = fastSum(sum, error + low);
  return fastSum(high, rest + lowError);
}

export const negate = ([high, low]: DoubleDouble): DoubleDouble => [-high, -low];

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [product, error] = productOf(a[0], b[0]);
  return fastSum(product, error + (a[0] * b[1] + a[1] * b[0]));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  const rest = add(a, negate(multiply([first, 0], b)));
  const second = rest[0] / b[0];
  const last = add(rest, negate(multiply([second, 0], b)));
  return add(fastSum(first, second), [last[0] / b[0], 0]);
}
