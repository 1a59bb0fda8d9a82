/**
 * Levels of detail of a line: for each vertex up to which tolerance it must be drawn. The vertices with more than a tolerance
 * make a line that no left-out one is farther from than that (Douglas and Peucker 1973), so a level is a filter.
 */

/** Of a trace that is never drawn: without a position, or at that of the trace before. */
export const NEVER_DRAWN = -1;

/** Farthest vertices that are looked for, over the vertices of a line. Past it spans are halved, which is never slow. */
const MOST_WORK = 64;

/**
 * @param x positions of one line; not finite where a trace has none
 * @param into one element a trace, in the unit of the positions: Infinity at both ends
 */
export function measureDetail(x: Float64Array, y: Float64Array, into: Float32Array): void {
  const vertices = verticesOf(x, y);
  into.fill(NEVER_DRAWN);
  if (vertices.length === 0) return;
  into[vertices[0]!] = Infinity;
  into[vertices.at(-1)!] = Infinity;
  let work = MOST_WORK * vertices.length;
  // Spans between vertices, and the tolerance from which nothing in them is drawn.
  const spans: [from: number, to: number, most: number][] = [[0, vertices.length - 1, Infinity]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to, most] = span;
    if (to - from < 2) continue;
    const { at, distance } = farthest(x, y, vertices, from, to);
    work -= to - from;
    const split = work > 0 ? at : (from + to) >>> 1;
    const detail = Math.min(distance, most);
    into[vertices[split]!] = detail;
    spans.push([from, split, detail], [split, to, detail]);
  }
}

function verticesOf(x: Float64Array, y: Float64Array): Uint32Array {
  const vertices = new Uint32Array(x.length);
  let count = 0;
  for (let i = 0; i < x.length; i += 1) {
    if (!Number.isFinite(x[i]!) || !Number.isFinite(y[i]!)) continue;
    const before = vertices[count - 1];
    if (before !== undefined && x[before] === x[i] && y[before] === y[i]) continue;
    vertices[count] = i;
    count += 1;
  }
  return vertices.subarray(0, count);
}

/** The vertex between two others that is farthest from the piece between them. */
function farthest(
  x: Float64Array,
  y: Float64Array,
  vertices: Uint32Array,
  from: number,
  to: number,
): { readonly at: number; readonly distance: number } {
  const x0 = x[vertices[from]!]!;
  const y0 = y[vertices[from]!]!;
  const dx = x[vertices[to]!]! - x0;
  const dy = y[vertices[to]!]! - y0;
  const squaredLength = dx * dx + dy * dy;
  let at = from + 1;
  let most = -1;
  for (let k = from + 1; k < to; k += 1) {
    const px = x[vertices[k]!]! - x0;
    const py = y[vertices[k]!]! - y0;
    // Of the piece, not of the line through it: a line may turn back.
    const along = squaredLength === 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / squaredLength, 0), 1);
    const ex = px - along * dx;
    const ey = py - along * dy;
    const squared = ex * ex + ey * ey;
    if (squared > most) {
      most = squared;
      at = k;
    }
  }
  return { at, distance: Math.sqrt(most) };
}
