/** The rules once more, in BigInt on whole numbers and without a line of the code that is tested. */
import { expect, it } from 'vitest';
import { findCrossings } from './find-crossings.ts';
import type { ProfileLines } from './profile-lines.ts';
import { createRandom, drawLines, LINE_KINDS } from './test-lines.ts';

interface Piece {
  readonly trace: number;
  readonly from: readonly [bigint, bigint];
  readonly to: readonly [bigint, bigint];
  readonly isLast: boolean;
}

/** x / d and y / d, d positive. */
interface Place {
  readonly x: bigint;
  readonly y: bigint;
  readonly d: bigint;
}

const isWhole = ({ x, y }: ProfileLines): boolean => [...x, ...y].every((value) => Number.isInteger(value));

function piecesOf({ x, y, starts }: ProfileLines, profile: number): Piece[] {
  const pieces: Piece[] = [];
  for (let i = starts[profile]!; i + 1 < starts[profile + 1]!; i += 1) {
    if (x[i] === x[i + 1] && y[i] === y[i + 1]) continue;
    const from = [BigInt(x[i]!), BigInt(y[i]!)] as const;
    pieces.push({
      trace: i - starts[profile]!,
      from,
      to: [BigInt(x[i + 1]!), BigInt(y[i + 1]!)],
      isLast: false,
    });
  }
  const last = pieces.pop();
  return last === undefined ? [] : [...pieces, { ...last, isLast: true }];
}

const keyOf = ({ x, y, d }: Place): string => {
  const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));
  const common = divisor(divisor(x, y), d);
  return `${x / common} ${y / common} ${d / common}`;
};

/** @param share of the way from start to end, of `span` */
const isOwned = ({ isLast }: Piece, share: bigint, span: bigint): boolean =>
  share >= 0n && (share < span || (isLast && share === span));

const isOn = ({ from, to }: Pick<Piece, 'from' | 'to'>, { x, y, d }: Place): boolean => {
  const [alongX, alongY] = [to[0] - from[0], to[1] - from[1]];
  const [offX, offY] = [x - from[0] * d, y - from[1] * d];
  const share = offX * alongX + offY * alongY;
  return alongX * offY === alongY * offX && share >= 0n && share <= (alongX * alongX + alongY * alongY) * d;
};

/** To the nearest double, or the next: 2^60 times what is left, of small numbers. */
const nearest = (numerator: bigint, d: bigint): number => Number((numerator << 60n) / d) / 2 ** 60;

function expected(lines: ProfileLines): number[][] {
  const rows: number[][] = [];
  for (let p = 0; p + 1 < lines.starts.length; p += 1) {
    for (let q = p + 1; q + 1 < lines.starts.length; q += 1) rows.push(...expectedOf(lines, p, q));
  }
  return rows;
}

function expectedOf(lines: ProfileLines, p: number, q: number): number[][] {
  const met: { readonly row: number[]; readonly place: Place }[] = [];
  const overlaps: Pick<Piece, 'from' | 'to'>[] = [];
  for (const a of piecesOf(lines, p)) {
    for (const b of piecesOf(lines, q)) {
      const [ax, ay] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
      const [bx, by] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
      const [fx, fy] = [b.from[0] - a.from[0], b.from[1] - a.from[1]];
      const span = ax * by - ay * bx;
      const row = [p, q, a.trace, b.trace];
      if (span !== 0n) {
        const sign = span < 0n ? -1n : 1n;
        const [d, alongA, alongB] = [span * sign, (fx * by - fy * bx) * sign, (fx * ay - fy * ax) * sign];
        if (!isOwned(a, alongA, d) || !isOwned(b, alongB, d)) continue;
        met.push({ row, place: { x: a.from[0] * d + ax * alongA, y: a.from[1] * d + ay * alongA, d } });
      } else if (fx * ay === fy * ax) {
        // Shares along a, in units of its squared length.
        const length = ax * ax + ay * ay;
        const ends = [fx * ax + fy * ay, (fx + bx) * ax + (fy + by) * ay].sort((one, other) => (one < other ? -1 : 1));
        const [low, high] = [ends[0]! > 0n ? ends[0]! : 0n, ends[1]! < length ? ends[1]! : length];
        const at = (share: bigint): readonly [bigint, bigint] => [
          a.from[0] + (ax * share) / length,
          a.from[1] + (ay * share) / length,
        ];
        if (low < high) overlaps.push({ from: at(low), to: at(high) });
        if (low !== high) continue;
        const [x, y] = at(low);
        const owns = (piece: Piece): boolean => piece.isLast || piece.to[0] !== x || piece.to[1] !== y;
        if (owns(a) && owns(b)) met.push({ row, place: { x, y, d: 1n } });
      }
    }
  }
  const seen = new Set<string>();
  return met
    .filter(({ place }) => !overlaps.some((overlap) => isOn(overlap, place)))
    .filter(({ place }) => !seen.has(keyOf(place)) && seen.add(keyOf(place)))
    .map(({ row, place: { x, y, d } }) => [...row, nearest(x, d), nearest(y, d)]);
}

/** Their coordinates are whole. */
const KINDS = Object.keys(LINE_KINDS).filter((kind) => /grid of|fans/.test(kind));

it.each(KINDS)('crossings are those of the rules: %s', (kind) => {
  let checked = 0;
  for (let seed = 0; seed < 600; seed += 1) {
    const lines = drawLines(kind, createRandom(seed));
    if (!isWhole(lines)) continue;
    checked += 1;
    const { profile1, profile2, t11, t21, x, y } = findCrossings(lines, { algorithm: 'brute-force' }).crossings;
    const found = Array.from(profile1, (p, i) => [p, profile2[i]!, t11[i]!, t21[i]!, x[i]!, y[i]!]);
    expect({ seed, found }).toEqual({ seed, found: expected(lines) });
  }
  expect(checked).toBeGreaterThan(200);
});
