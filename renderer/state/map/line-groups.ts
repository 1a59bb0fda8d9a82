/** Which lines belong together: those of one survey or vintage, which share a colour on the map. */

export interface GroupableLine {
  readonly name: string;
  /** Of the file; null for a synthetic survey. */
  readonly path: string | null;
}

export interface LineGroups {
  /** In the order of their names. */
  readonly names: readonly string[];
  /** Of each line, which of the names. */
  readonly groupOf: readonly number[];
}

/** More vintages in one folder than this are no vintages. */
const MOST_VINTAGES = 12;

/** What stands before the last number of a name and is set off from it, as CL94 of CL94-208; null where nothing is. */
export function vintageOf(name: string): string | null {
  return /^(.*[\p{L}\d])[-_. ]+[a-z]?\d+[a-z]?$/iu.exec(name)?.[1] ?? null;
}

const folderOf = (path: string | null): string => path?.split(/[/\\]/).at(-2) ?? '';

/** Lines of a folder are a group, or several where their names tell vintages apart, of which each has two lines or more. */
export function groupLines(lines: readonly GroupableLine[]): LineGroups {
  const folders = new Map<string, GroupableLine[]>();
  for (const line of lines) {
    const folder = folderOf(line.path);
    const members = folders.get(folder);
    if (members === undefined) folders.set(folder, [line]);
    else members.push(line);
  }
  const groups = new Map<GroupableLine, string>();
  for (const [folder, members] of folders) {
    const hasVintages = areVintages(members);
    for (const line of members) groups.set(line, hasVintages ? vintageOf(line.name)! : folder);
  }
  const names = [...new Set(groups.values())].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return { names, groupOf: lines.map((line) => names.indexOf(groups.get(line)!)) };
}

function areVintages(lines: readonly GroupableLine[]): boolean {
  const counts = new Map<string | null, number>();
  for (const { name } of lines) counts.set(vintageOf(name), (counts.get(vintageOf(name)) ?? 0) + 1);
  const isEachOfSeveral = [...counts.values()].every((count) => count > 1);
  return !counts.has(null) && counts.size > 1 && counts.size <= MOST_VINTAGES && isEachOfSeveral;
}
