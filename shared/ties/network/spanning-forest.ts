/** Which lines hang together through their crossings, and by which of them most surely. */

export interface WeightedTie {
  readonly line1: number;
  readonly line2: number;
  readonly weight: number;
}

export interface SpanningForest {
  /** Of each line, its group: groups count from 0 in the order of their first lines. */
  readonly groupOf: Int32Array;
  readonly groupCount: number;
  /** Places of the ties that join each group, the surest ones that do (Kruskal, 1956); of equally sure ones the first. */
  readonly branches: readonly number[];
}

export function spanForest(lineCount: number, ties: readonly WeightedTie[]): SpanningForest {
  const parent = Int32Array.from({ length: lineCount }, (_, line) => line);
  const rootOf = (line: number): number => {
    let root = line;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const order = ties.map((_, at) => at).sort((a, b) => ties[b]!.weight - ties[a]!.weight || a - b);
  const branches = order.filter((at) => {
    const { line1, line2, weight } = ties[at]!;
    const [root1, root2] = [rootOf(line1), rootOf(line2)];
    if (!(weight > 0) || root1 === root2) return false;
    parent[root2] = root1;
    return true;
  });
  const numbers = new Map<number, number>();
  const groupOf = Int32Array.from({ length: lineCount }, (_, line) => {
    const root = rootOf(line);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
  return { groupOf, groupCount: numbers.size, branches };
}

/** Values that agree with the branches, 0 at the fixed lines or else at the first line of each group. */
export function valuesAlongBranches(
  { groupOf, groupCount, branches }: SpanningForest,
  ties: readonly (WeightedTie & { readonly value: number })[],
  isFixed: readonly boolean[],
): Float64Array {
  const values = new Float64Array(groupOf.length).fill(NaN);
  for (let group = 0; group < groupCount; group += 1) {
    const lines = [...groupOf.keys()].filter((line) => groupOf[line] === group);
    values[lines.find((line) => isFixed[line]) ?? lines[0]!] = 0;
  }
  for (let hasMore = true; hasMore;) {
    hasMore = false;
    for (const at of branches) {
      const { line1, line2, value } = ties[at]!;
      const [known1, known2] = [!Number.isNaN(values[line1]!), !Number.isNaN(values[line2]!)];
      if (known1 === known2) continue;
      if (known1) values[line2] = values[line1]! - value;
      else values[line1] = values[line2]! + value;
      hasMore = true;
    }
  }
  return values;
}
