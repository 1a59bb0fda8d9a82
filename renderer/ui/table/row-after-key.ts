/** Which row a key leads to in a list whose rows are walked through by keys. */

/**
 * @param current negative where none is
 * @returns null where the key leads nowhere: it means something else, or there are no rows
 */
export function rowAfterKey(key: string, current: number, count: number, pageRows: number): number | null {
  const moves = new Map(
    Object.entries({
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + pageRows,
      PageUp: current - pageRows,
      Home: 0,
      End: count - 1,
    }),
  );
  const target = moves.get(key);
  return target === undefined || count === 0 ? null : Math.min(Math.max(target, 0), count - 1);
}
