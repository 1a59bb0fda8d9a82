/**
 * Profiles cut into runs that go one way in x and in y (monotone chains), and over them a binary tree of boxes. Inside a chain
 * no boxes need be kept: that of any part of it is spanned by the part's ends.
 */
import type { Boxes } from './boxes.ts';
import type { Segments } from './segments.ts';

export interface ChainTrees {
  /** First and last vertex beneath each node. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly boxes: Boxes;
  /** The right child of a node; the left one is the next node. 0: the node is a chain. */
  readonly right: Uint32Array;
  /** Of each profile that has segments. */
  readonly roots: Uint32Array;
}

export function createChainTrees(segments: Segments): ChainTrees {
  const { starts } = segments;
  const profiles = starts.length - 1;
  const { ends, firstChains } = chainEnds(segments);
  const nodes = 2 * ends.length;
  const trees: ChainTrees = {
    from: new Uint32Array(nodes),
    to: new Uint32Array(nodes),
    boxes: new Float64Array(4 * nodes),
    right: new Uint32Array(nodes),
    roots: new Uint32Array(profiles),
  };
  let node = 0;
  for (let p = 0; p < profiles; p += 1) {
    trees.roots[p] = node;
    const [first, end] = [firstChains[p]!, firstChains[p + 1]!];
    if (first < end) node = buildNode(trees, segments, ends, { first, end, start: starts[p]! }, node);
  }
  return trees;
}

/** The last vertex of each chain, one profile after the other. */
function chainEnds({ x, y, starts }: Segments): { readonly ends: Uint32Array; readonly firstChains: Uint32Array } {
  let ends = new Uint32Array(1024);
  const firstChains = new Uint32Array(starts.length);
  let count = 0;
  for (let p = 0; p + 1 < starts.length; p += 1) {
    firstChains[p] = count;
    const last = starts[p + 1]! - 1;
    let wayX = 0;
    let wayY = 0;
    for (let v = starts[p]!; v < last; v += 1) {
      const stepX = x[v + 1]! - x[v]!;
      const stepY = y[v + 1]! - y[v]!;
      if (stepX * wayX >= 0 && stepY * wayY >= 0) {
        if (wayX === 0) wayX = Math.sign(stepX);
        if (wayY === 0) wayY = Math.sign(stepY);
        continue;
      }
      if (count + 2 > ends.length) ends = grown(ends);
      ends[count] = v;
      count += 1;
      wayX = Math.sign(stepX);
      wayY = Math.sign(stepY);
    }
    if (last <= starts[p]!) continue;
    if (count + 2 > ends.length) ends = grown(ends);
    ends[count] = last;
    count += 1;
  }
  firstChains[starts.length - 1] = count;
  return { ends: ends.subarray(0, count), firstChains };
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}

interface ChainRange {
  /** Chains. */
  readonly first: number;
  readonly end: number;
  /** First vertex of the first chain. */
  readonly start: number;
}

/** Writes a node and those beneath it, in the order of a walk; returns the number of the next free one. */
function buildNode(trees: ChainTrees, segments: Segments, ends: Uint32Array, range: ChainRange, node: number): number {
  const { first, end, start } = range;
  const { from, to, boxes, right } = trees;
  from[node] = start;
  to[node] = ends[end - 1]!;
  if (end - first === 1) {
    const { x, y } = segments;
    const [v, w] = [start, to[node]];
    boxes[4 * node] = Math.min(x[v]!, x[w]!);
    boxes[4 * node + 1] = Math.min(y[v]!, y[w]!);
    boxes[4 * node + 2] = Math.max(x[v]!, x[w]!);
    boxes[4 * node + 3] = Math.max(y[v]!, y[w]!);
    return node + 1;
  }
  const middle = (first + end) >>> 1;
  const left = node + 1;
  const other = buildNode(trees, segments, ends, { first, end: middle, start }, left);
  right[node] = other;
  const next = buildNode(trees, segments, ends, { first: middle, end, start: ends[middle - 1]! }, other);
  boxes[4 * node] = Math.min(boxes[4 * left]!, boxes[4 * other]!);
  boxes[4 * node + 1] = Math.min(boxes[4 * left + 1]!, boxes[4 * other + 1]!);
  boxes[4 * node + 2] = Math.max(boxes[4 * left + 2]!, boxes[4 * other + 2]!);
  boxes[4 * node + 3] = Math.max(boxes[4 * left + 3]!, boxes[4 * other + 3]!);
  return next;
}
