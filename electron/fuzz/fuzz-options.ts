/** What `npm run fuzz` was asked for. */
import { parseArgs } from 'node:util';

export interface FuzzOptions {
  readonly seed: number;
  readonly first: number;
  readonly cases: number;
  readonly seconds: number;
  readonly workers: number;
  /** One case is run again, and described. */
  readonly isAgain: boolean;
  /** Folder for the files of what was found; null to keep none. */
  readonly keep: string | null;
}

export const FUZZ_USAGE = `npm run fuzz -- [--cases N] [--seconds S] [--seed N] [--first INDEX] [--case SEED:INDEX] [--workers N] [--keep FOLDER]

  --cases    how many, 1000 by default
  --seconds  begin no case later than this; no limit by default
  --seed     what the cases are drawn from, 1 by default
  --first    index of the first case, 0 by default
  --case     run this one again and describe it
  --workers  processes that run cases side by side, 1 by default
  --keep     write the files and descriptions of what is found here
`;

/** @throws Error in words for the user */
export function parseFuzzOptions(words: readonly string[]): FuzzOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { cases: text, seconds: text, seed: text, first: text, case: text, workers: text, keep: text },
  });
  const again = values.case === undefined ? null : /^(\d+):(\d+)$/.exec(values.case);
  if (values.case !== undefined && again === null) throw new Error(`--case ${values.case} is no SEED:INDEX.`);
  return {
    seed: whole('seed', again?.[1] ?? values.seed, 1),
    first: whole('first', again?.[2] ?? values.first, 0),
    cases: again === null ? whole('cases', values.cases, 1000) : 1,
    seconds: values.seconds === undefined ? Infinity : whole('seconds', values.seconds, 0),
    workers: Math.max(1, whole('workers', values.workers, 1)),
    isAgain: again !== null,
    keep: values.keep ?? null,
  };
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} ${text} is no whole number.`);
  return Number(text);
}
