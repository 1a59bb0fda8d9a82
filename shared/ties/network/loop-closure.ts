/** Loop closure: the estimates round a loop of lines should add up to nothing, whatever the corrections are. */
import { wrapDegrees } from '../correction.ts';

export interface LoopTie {
  readonly line1: number;
  readonly line2: number;
  readonly shiftMs: number;
  readonly phaseDeg: number;
  readonly gain: number;
}

export interface TieLoop {
  /** Places of the ties round the loop, the first one closing it. */
  readonly ties: readonly number[];
  readonly shiftMs: number;
  readonly phaseDeg: number;
  /** 1 where it closes. */
  readonly gain: number;
}

/**
 * Of each tie the shortest loop that it closes over other ties; each loop once, and none of ties that close none. The worst
 * first, by shift.
 */
export function closeLoops(lineCount: number, ties: readonly LoopTie[]): readonly TieLoop[] {
  const tiesOf: number[][] = Array.from({ length: lineCount }, () => []);
  ties.forEach(({ line1, line2 }, at) => {
    tiesOf[line1]!.push(at);
    tiesOf[line2]!.push(at);
  });
  const loops = new Map<string, TieLoop>();
  ties.forEach((_, at) => {
    const way = shortestWay(ties, tiesOf, at);
    if (way === null) return;
    const key = [at, ...way].toSorted((a, b) => a - b).join();
    if (!loops.has(key)) loops.set(key, closureOf(ties, at, way));
  });
  return [...loops.values()].sort((a, b) => Math.abs(b.shiftMs) - Math.abs(a.shiftMs));
}

/** From line 2 of a tie back to its line 1, over the fewest others; null where there is no way. */
function shortestWay(ties: readonly LoopTie[], tiesOf: readonly number[][], closing: number): readonly number[] | null {
  const { line1, line2 } = ties[closing]!;
  const cameBy = new Map<number, number>([[line2, closing]]);
  const queue = [line2];
  for (const line of queue) {
    for (const at of tiesOf[line]!) {
      const tie = ties[at]!;
      const next = tie.line1 === line ? tie.line2 : tie.line1;
      if (at === closing || cameBy.has(next)) continue;
      cameBy.set(next, at);
      queue.push(next);
      if (next === line1) return wayBack(ties, cameBy, line1, line2);
    }
  }
  return null;
}

function wayBack(ties: readonly LoopTie[], cameBy: ReadonlyMap<number, number>, from: number, to: number): number[] {
  const way: number[] = [];
  for (let line = from; line !== to;) {
    const at = cameBy.get(line)!;
    way.unshift(at);
    line = ties[at]!.line1 === line ? ties[at]!.line2 : ties[at]!.line1;
  }
  return way;
}

function closureOf(ties: readonly LoopTie[], closing: number, way: readonly number[]): TieLoop {
  const first = ties[closing]!;
  let { shiftMs, phaseDeg } = first;
  let logGain = Math.log(first.gain);
  let line = first.line2;
  for (const at of way) {
    const tie = ties[at]!;
    const sign = tie.line1 === line ? 1 : -1;
    shiftMs += sign * tie.shiftMs;
    phaseDeg += sign * tie.phaseDeg;
    logGain += sign * Math.log(tie.gain);
    line = sign === 1 ? tie.line2 : tie.line1;
  }
  return { ties: [closing, ...way], shiftMs, phaseDeg: wrapDegrees(phaseDeg), gain: Math.exp(logGain) };
}
