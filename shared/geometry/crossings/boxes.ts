/** Boxes of runs of vertices, and the pairs of profiles whose boxes touch. */
import type { Meetings } from './meetings.ts';
import type { Segments } from './segments.ts';

/** Four numbers each: minX, minY, maxX, maxY. */
export type Boxes = Float64Array;

/** Writes the box of the vertices `from` to `to`, both included, to place `at`. */
export function writeBox(boxes: Boxes, at: number, { x, y }: Segments, from: number, to: number): void {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = from; v <= to; v += 1) {
    const [vx, vy] = [x[v]!, y[v]!];
    if (vx < minX) minX = vx;
    if (vx > maxX) maxX = vx;
    if (vy < minY) minY = vy;
    if (vy > maxY) maxY = vy;
  }
  boxes[4 * at] = minX;
  boxes[4 * at + 1] = minY;
  boxes[4 * at + 2] = maxX;
  boxes[4 * at + 3] = maxY;
}

export const areBoxesApart = (boxes: Boxes, i: number, others: Boxes, j: number): boolean =>
  boxes[4 * i]! > others[4 * j + 2]! ||
  boxes[4 * i + 2]! < others[4 * j]! ||
  boxes[4 * i + 1]! > others[4 * j + 3]! ||
  boxes[4 * i + 3]! < others[4 * j + 1]!;

export function segmentsApart(x: Float64Array, y: Float64Array, a: number, b: number): boolean {
  const [ax, bx, cx, dx] = [x[a]!, x[a + 1]!, x[b]!, x[b + 1]!];
  if (ax < bx ? bx < cx && bx < dx : ax < cx && ax < dx) return true;
  if (ax < bx ? ax > cx && ax > dx : bx > cx && bx > dx) return true;
  const [ay, by, cy, dy] = [y[a]!, y[a + 1]!, y[b]!, y[b + 1]!];
  if (ay < by ? by < cy && by < dy : ay < cy && ay < dy) return true;
  return ay < by ? ay > cy && ay > dy : by > cy && by > dy;
}

/**
 * Wanted pairs p <= q of profiles that have segments and whose boxes touch; by the left edges of the boxes, so that
 * profiles far apart are never compared.
 * @param boxes one a profile
 * @param onProgress profiles done
 */
export function visitProfilePairs(
  boxes: Boxes,
  meetings: Meetings,
  visit: (p: number, q: number) => void,
  onProgress: (done: number, total: number) => void,
): void {
  const { starts } = meetings.segments;
  const order = Array.from({ length: starts.length - 1 }, (_, p) => p).filter((p) => starts[p + 1]! - starts[p]! > 1);
  order.sort((p, q) => boxes[4 * p]! - boxes[4 * q]!);
  for (let i = 0; i < order.length; i += 1) {
    const p = order[i]!;
    const maxX = boxes[4 * p + 2]!;
    if (meetings.isWanted(p, p)) visit(p, p);
    for (let j = i + 1; j < order.length && boxes[4 * order[j]!]! <= maxX; j += 1) {
      const q = order[j]!;
      if (!areBoxesApart(boxes, p, boxes, q) && meetings.isWanted(p, q)) visit(Math.min(p, q), Math.max(p, q));
    }
    onProgress(i + 1, order.length);
  }
}
