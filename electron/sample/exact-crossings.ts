/**
 * Where the sample's lines cross, exactly: stored coordinates are whole centimetres, so every crossing is a rational
 * number and is decided in BigInt. This is the yardstick for the program's own search and shares no code with it.
 *
 * A trace owns the piece [k, k + 1) of its line, the last trace closes the last piece, and pieces without length own
 * nothing. So every place where two lines meet is found once, also where it is a trace of both.
 */
export interface StoredLine {
  readonly name: string;
  /** Trace positions in whole centimetres. */
  readonly points: readonly { readonly xCm: number; readonly yCm: number }[];
}

export interface ExactCrossing {
  readonly line1: string;
  readonly line2: string;
  /** Metres, correctly rounded. */
  readonly x: number;
  readonly y: number;
  /** 0-based traces of line 1 on both sides: t12 is the next one at another position. */
  readonly t11: number;
  readonly t12: number;
  readonly t21: number;
  readonly t22: number;
}

/** From trace `index` to the next one. In doubles for the box test, exact since centimetres fit easily. */
interface Piece {
  readonly index: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Owns its end, too. */
  readonly isLast: boolean;
}

interface Box {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

function piecesOf(line: StoredLine): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < line.points.length; index++) {
    const { xCm: x0, yCm: y0 } = line.points[index]!;
    const { xCm: x1, yCm: y1 } = line.points[index + 1]!;
    if (x0 !== x1 || y0 !== y1) pieces.push({ index, x0, y0, x1, y1, isLast: false });
  }
  const last = pieces.pop();
  return last === undefined ? [] : [...pieces, { ...last, isLast: true }];
}

const boxOf = (pieces: readonly Piece[]): Box => ({
  minX: Math.min(...pieces.map((p) => Math.min(p.x0, p.x1))),
  maxX: Math.max(...pieces.map((p) => Math.max(p.x0, p.x1))),
  minY: Math.min(...pieces.map((p) => Math.min(p.y0, p.y1))),
  maxY: Math.max(...pieces.map((p) => Math.max(p.y0, p.y1))),
});

const isPieceInBox = (p: Piece, box: Box): boolean =>
  Math.max(p.x0, p.x1) >= box.minX &&
  Math.min(p.x0, p.x1) <= box.maxX &&
  Math.max(p.y0, p.y1) >= box.minY &&
  Math.min(p.y0, p.y1) <= box.maxY;

/** Nearest double to numerator / (100 denominator): centimetres to metres. The denominator is positive. */
const metresOf = (numerator: bigint, denominator: bigint): number =>
  Number((numerator << 64n) / (denominator * 100n)) / 2 ** 64;

/** Is numerator / denominator in [0, 1), or in [0, 1] where the end belongs, too? The denominator is positive. */
const isOwned = (numerator: bigint, denominator: bigint, isEndOwned: boolean): boolean =>
  numerator >= 0n && (numerator < denominator || (isEndOwned && numerator === denominator));

/** The crossing of two pieces in metres, or null. @throws RangeError where they overlap or touch in one straight line */
function crossPieces(a: Piece, b: Piece): { readonly x: number; readonly y: number } | null {
  const ax = BigInt(a.x1 - a.x0);
  const ay = BigInt(a.y1 - a.y0);
  const bx = BigInt(b.x1 - b.x0);
  const by = BigInt(b.y1 - b.y0);
  const fromX = BigInt(b.x0 - a.x0);
  const fromY = BigInt(b.y0 - a.y0);
  let denominator = ax * by - ay * bx;
  let alongA = fromX * by - fromY * bx;
  let alongB = fromX * ay - fromY * ax;
  if (denominator === 0n) {
    if (alongB === 0n) throw new RangeError('two lines of the sample lie in one straight line');
    return null;
  }
  if (denominator < 0n) {
    denominator = -denominator;
    alongA = -alongA;
    alongB = -alongB;
  }
  if (!isOwned(alongA, denominator, a.isLast) || !isOwned(alongB, denominator, b.isLast)) return null;
  return {
    x: metresOf(BigInt(a.x0) * denominator + ax * alongA, denominator),
    y: metresOf(BigInt(a.y0) * denominator + ay * alongA, denominator),
  };
}

function crossLines(line1: StoredLine, line2: StoredLine): ExactCrossing[] {
  const pieces2 = piecesOf(line2);
  const box2 = boxOf(pieces2);
  const found: ExactCrossing[] = [];
  for (const a of piecesOf(line1)) {
    if (!isPieceInBox(a, box2)) continue;
    const boxA = boxOf([a]);
    for (const b of pieces2) {
      if (!isPieceInBox(b, boxA)) continue;
      const place = crossPieces(a, b);
      if (place === null) continue;
      const [t11, t21] = [a.index, b.index];
      found.push({ line1: line1.name, line2: line2.name, ...place, t11, t12: t11 + 1, t21, t22: t21 + 1 });
    }
  }
  return found;
}

/** All crossings of different lines, line1 < line2, sorted by line1, line2, t11, t21. */
export function findExactCrossings(lines: readonly StoredLine[]): readonly ExactCrossing[] {
  const sorted = [...lines].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((line1, i) => sorted.slice(i + 1).flatMap((line2) => crossLines(line1, line2)));
}
