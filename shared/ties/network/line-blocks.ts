/** The part of the normal equations that stays within a line: five diagonals, solved directly. */

/** Symmetric and positive definite: the main diagonal and the two above it. */
export interface Pentadiagonal {
  readonly main: Float64Array;
  readonly next: Float64Array;
  readonly second: Float64Array;
}

/** Factors it in place into L D L': D in `main`, the diagonals of L in `next` and `second`. */
export function factorPentadiagonal({ main, next, second }: Pentadiagonal): void {
  const count = main.length;
  for (let k = 0; k < count; k += 1) {
    const pivot = main[k]!;
    const [one, two] = [next[k]! / pivot, second[k]! / pivot];
    if (k + 1 < count) {
      main[k + 1]! -= one * next[k]!;
      next[k + 1]! -= two * next[k]!;
    }
    if (k + 2 < count) main[k + 2]! -= two * second[k]!;
    next[k] = one;
    second[k] = two;
  }
}

/** Solves for `vector` from `offset` on, in place, by what `factorPentadiagonal` left. */
export function solveFactored({ main, next, second }: Pentadiagonal, vector: Float64Array, offset: number): void {
  const count = main.length;
  for (let k = 0; k < count; k += 1) {
    if (k >= 1) vector[offset + k]! -= next[k - 1]! * vector[offset + k - 1]!;
    if (k >= 2) vector[offset + k]! -= second[k - 2]! * vector[offset + k - 2]!;
  }
  for (let k = 0; k < count; k += 1) vector[offset + k]! /= main[k]!;
  for (let k = count - 1; k >= 0; k -= 1) {
    if (k + 1 < count) vector[offset + k]! -= next[k]! * vector[offset + k + 1]!;
    if (k + 2 < count) vector[offset + k]! -= second[k]! * vector[offset + k + 2]!;
  }
}

/**
 * What holds the knots of one line together: smoothness (sum (second differences)^2 + flatness sum (first differences)^2), and on
 * the main diagonal `weights`.
 */
export function lineBlock(weights: Float64Array, smoothness: number, flatness: number): Pentadiagonal {
  const count = weights.length;
  const block = { main: weights.slice(), next: new Float64Array(count), second: new Float64Array(count) };
  const { main, next, second } = block;
  for (let k = 0; k + 1 < count; k += 1) {
    main[k]! += smoothness * flatness;
    main[k + 1]! += smoothness * flatness;
    next[k]! -= smoothness * flatness;
  }
  for (let k = 0; k + 2 < count; k += 1) {
    main[k]! += smoothness;
    main[k + 1]! += 4 * smoothness;
    main[k + 2]! += smoothness;
    next[k]! -= 2 * smoothness;
    next[k + 1]! -= 2 * smoothness;
    second[k]! += smoothness;
  }
  return block;
}
