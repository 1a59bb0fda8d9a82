/** Monotone chains, halved again and again where their boxes touch: what is far apart is never looked at. */
import { visitProfilePairs } from './boxes.ts';
import { createChainTrees, type ChainTrees } from './chain-trees.ts';
import type { Meetings } from './meetings.ts';

/**
 * @param mostSteps comparisons of boxes for what will not come to an end soon; each meeting earns some more
 * @returns false where they were used up: then not all was found
 */
export function meetByBinarySearch(
  meetings: Meetings,
  onProgress: (done: number, total: number) => void,
  mostSteps = Infinity,
): boolean {
  const { segments } = meetings;
  const trees = createChainTrees(segments);
  const boxes = new Float64Array(4 * (segments.starts.length - 1));
  trees.roots.forEach((root, p) => boxes.set(trees.boxes.subarray(4 * root, 4 * root + 4), 4 * p));
  const search = createTreeSearch(trees, meetings, mostSteps);
  visitProfilePairs(boxes, meetings, (p, q) => search.run(trees.roots[p]!, trees.roots[q]!), onProgress);
  return !search.isUsedUp();
}

/** Steps from the boxes of two profiles of 2,500 traces down to where they cross: 45, twice as many to be on the safe side. */
const STEPS_PER_MEETING = 90;

interface TreeSearch {
  /** Offers all pairs of segments beneath two nodes whose boxes touch. */
  run(a: number, b: number): void;
  isUsedUp(): boolean;
}

/** Instead of a node: a part of a chain. */
const IN_CHAIN = -1;

/**
 * A part of a profile is a node with all of its vertices,
 * or `IN_CHAIN` with those from one to another. Numbers instead of objects, and arrays as constants of a closure instead of
 * fields: this is most of the time of a search.
 */
function createTreeSearch(trees: ChainTrees, meetings: Meetings, mostSteps: number): TreeSearch {
  const { x, y } = meetings.segments;
  const { from, to, boxes, right } = trees;
  // An element, since a variable of a closure that is no small integer is a new object at every change.
  const stepsLeft = Float64Array.of(mostSteps);

  const middleOf = (node: number, first: number, last: number): number =>
    node === IN_CHAIN || right[node] === 0 ? (first + last) >>> 1 : from[right[node]!]!;
  const leftOf = (node: number): number => (node === IN_CHAIN || right[node] === 0 ? IN_CHAIN : node + 1);
  const rightOf = (node: number): number => (node === IN_CHAIN || right[node] === 0 ? IN_CHAIN : right[node]!);

  /** Along one axis (0: x, 1: y) with these coordinates. A part of a chain goes from one end to the other, either way. */
  const areApart = (
    values: Float64Array,
    axis: 0 | 1,
    a: number,
    fromA: number,
    toA: number,
    b: number,
    fromB: number,
    toB: number,
  ): boolean => {
    const a0 = a === IN_CHAIN ? values[fromA]! : boxes[4 * a + axis]!;
    const a1 = a === IN_CHAIN ? values[toA]! : boxes[4 * a + axis + 2]!;
    const b0 = b === IN_CHAIN ? values[fromB]! : boxes[4 * b + axis]!;
    const b1 = b === IN_CHAIN ? values[toB]! : boxes[4 * b + axis + 2]!;
    return (a0 < a1 ? a1 : a0) < (b0 < b1 ? b0 : b1) || (b0 < b1 ? b1 : b0) < (a0 < a1 ? a0 : a1);
  };

  const searchPair = (a: number, fromA: number, toA: number, b: number, fromB: number, toB: number): void => {
    stepsLeft[0]! -= 1;
    if (stepsLeft[0]! < 0) return;
    if (areApart(x, 0, a, fromA, toA, b, fromB, toB) || areApart(y, 1, a, fromA, toA, b, fromB, toB)) return;
    if (toA - fromA < toB - fromB) {
      const middle = middleOf(b, fromB, toB);
      searchPair(a, fromA, toA, leftOf(b), fromB, middle);
      searchPair(a, fromA, toA, rightOf(b), middle, toB);
    } else if (toA - fromA > 1) {
      const middle = middleOf(a, fromA, toA);
      searchPair(leftOf(a), fromA, middle, b, fromB, toB);
      searchPair(rightOf(a), middle, toA, b, fromB, toB);
    } else if (meetings.offer(fromA, fromB)) {
      stepsLeft[0]! += STEPS_PER_MEETING;
    }
  };

  const searchWithin = (node: number, first: number, last: number): void => {
    if (last - first === 1) return;
    const middle = middleOf(node, first, last);
    searchWithin(leftOf(node), first, middle);
    searchWithin(rightOf(node), middle, last);
    searchPair(leftOf(node), first, middle, rightOf(node), middle, last);
  };

  return {
    run: (a, b) => {
      if (a === b) searchWithin(a, from[a]!, to[a]!);
      else searchPair(a, from[a]!, to[a]!, b, from[b]!, to[b]!);
    },
    isUsedUp: () => stepsLeft[0]! < 0,
  };
}
