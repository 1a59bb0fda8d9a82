/** Exact comparisons of crossings: by their doubles where these are far enough apart, else by rationals in BigInt. */
import { crossingPlace } from './crossing-place.ts';
import { orient2d } from 'robust-predicates';
import type { Segments } from './segments.ts';

/** x = xNumerator / denominator, y likewise; the denominator is positive. */
interface RationalPlace {
  readonly xNumerator: bigint;
  readonly yNumerator: bigint;
  readonly denominator: bigint;
}

/** A place that is known exactly: where two segments cross, or a vertex. */
export class ExactPlace {
  readonly x: number;
  readonly y: number;
  readonly errorX: number;
  readonly errorY: number;
  readonly segments: Segments;
  /** The segments that cross here. */
  readonly a: number;
  readonly b: number;
  #rational: RationalPlace | null = null;

  constructor(segments: Segments, a: number, b: number) {
    const place = crossingPlace(segments, a, b);
    this.x = place.x;
    this.y = place.y;
    this.errorX = place.errorX;
    this.errorY = place.errorY;
    this.segments = segments;
    this.a = a;
    this.b = b;
  }

  /** Then x and y are exact. */
  get isVertex(): boolean {
    return this.errorX === 0 && this.errorY === 0;
  }

  get rational(): RationalPlace {
    this.#rational ??= this.isVertex ? rationalPoint(this.x, this.y) : rationalCrossing(this.segments, this.a, this.b);
    return this.#rational;
  }
}

/** Lexicographic: by x, then y. */
export function comparePlaces(p: ExactPlace, q: ExactPlace): number {
  const dx = p.x - q.x;
  if (Math.abs(dx) > p.errorX + q.errorX) return dx;
  if (p.isVertex && q.isVertex) return p.y - q.y;
  if (p.a === q.a && p.b === q.b) return 0;
  return compareRationals(p.rational, q.rational);
}

/** Lexicographic, with a vertex at x, y. */
export function comparePlaceWithPoint(p: ExactPlace, x: number, y: number): number {
  const dx = p.x - x;
  if (Math.abs(dx) > p.errorX) return dx;
  if (p.isVertex) return p.y - y;
  return compareRationals(p.rational, rationalPoint(x, y));
}

/** On which side of the line through vertices v and w a place lies: positive on the left, 0 on it. */
export function sideOfPlace(place: ExactPlace, v: number, w: number): number {
  const { x, y } = place.segments;
  const [vx, vy] = [x[v]!, y[v]!];
  const [alongX, alongY] = [x[w]! - vx, y[w]! - vy];
  if (place.isVertex) return -orient2d(vx, vy, x[w]!, y[w]!, place.x, place.y);
  const left = alongX * (place.y - vy);
  const right = alongY * (place.x - vx);
  // The rounding of a few operations, and what the place may be off.
  const rounding = 2 ** -50 * (Math.abs(left) + Math.abs(right));
  const uncertain = 2 * (Math.abs(alongX) * place.errorY + Math.abs(alongY) * place.errorX);
  const side = left - right;
  if (Math.abs(side) > rounding + uncertain) return side;
  return sideOfRational(place.rational, rationalPoint(vx, vy), rationalPoint(x[w]!, y[w]!));
}

function compareRationals(p: RationalPlace, q: RationalPlace): number {
  const dx = p.xNumerator * q.denominator - q.xNumerator * p.denominator;
  if (dx !== 0n) return dx < 0n ? -1 : 1;
  const dy = p.yNumerator * q.denominator - q.yNumerator * p.denominator;
  return dy === 0n ? 0 : dy < 0n ? -1 : 1;
}

/** All three have their own denominators, which are positive and so leave the sign alone. */
function sideOfRational(p: RationalPlace, v: RationalPlace, w: RationalPlace): number {
  const between = (a: RationalPlace, b: RationalPlace): readonly [bigint, bigint] => [
    b.xNumerator * a.denominator - a.xNumerator * b.denominator,
    b.yNumerator * a.denominator - a.yNumerator * b.denominator,
  ];
  const [alongX, alongY] = between(v, w);
  const [toX, toY] = between(v, p);
  const side = alongX * toY - alongY * toX;
  return side === 0n ? 0 : side < 0n ? -1 : 1;
}

function rationalPoint(x: number, y: number): RationalPlace {
  const [xWhole, yWhole] = [wholeOf(x), wholeOf(y)];
  const bits = Math.max(xWhole.bits, yWhole.bits);
  return { xNumerator: inUnits(xWhole, bits), yNumerator: inUnits(yWhole, bits), denominator: 1n << BigInt(bits) };
}

/** By Cramer's rule in units of 2^-bits, in which all eight coordinates are whole. */
function rationalCrossing({ x, y }: Segments, a: number, b: number): RationalPlace {
  const wholes = [a, a + 1, b, b + 1].flatMap((v) => [wholeOf(x[v]!), wholeOf(y[v]!)]);
  const bits = Math.max(...wholes.map((whole) => whole.bits));
  const [ax, ay, bx, by, cx, cy, dx, dy] = wholes.map((whole) => inUnits(whole, bits)) as [
    bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
  ]; // prettier-ignore
  let span = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  let along = (cx - ax) * (dy - cy) - (cy - ay) * (dx - cx);
  if (span < 0n) {
    span = -span;
    along = -along;
  }
  return {
    xNumerator: ax * span + (bx - ax) * along,
    yNumerator: ay * span + (by - ay) * along,
    denominator: span << BigInt(bits),
  };
}

/** A double as whole x 2^-bits. */
interface Whole {
  readonly whole: number;
  readonly bits: number;
}

function wholeOf(value: number): Whole {
  let whole = value;
  let bits = 0;
  for (; !Number.isInteger(whole); whole *= 2) bits += 1;
  return { whole, bits };
}

/** In units of 2^-bits. */
const inUnits = ({ whole, bits: own }: Whole, bits: number): bigint => BigInt(whole) << BigInt(bits - own);
