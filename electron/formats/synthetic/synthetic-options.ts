/** `synthetic:?inlines=500&crosslines=500&samples=1000&delayMs=0-300&traceUs=0&failRate=0&seed=1`: a survey without a file. */
import { CrosslineError } from '../../../shared/errors.ts';

export interface SyntheticOptions {
  readonly inlines: number;
  readonly crosslines: number;
  readonly samples: number;
  /** Each read waits for a random time in this range. */
  readonly delayMs: readonly [shortest: number, longest: number];
  /** Each trace of a slice takes so long beside: what a slow disk does to time slices. */
  readonly traceUs: number;
  /** Share (0 to 1) of reads that fail with `io-failed`. */
  readonly failRate: number;
  /** Shares (0 to 1) of grid positions without a trace, and of traces that are dead. */
  readonly missingRate: number;
  readonly deadRate: number;
  readonly seed: number;
}

export const SYNTHETIC_PREFIX = 'synthetic:';

export const isSyntheticPath = (path: string): boolean => path.startsWith(SYNTHETIC_PREFIX);

/** Keeps a mistyped path from asking for more memory than a slice of a real survey would. */
const MAX_COUNT = 100_000;

/** @throws CrosslineError usage */
export function parseSyntheticPath(path: string): SyntheticOptions {
  const parameters = new URLSearchParams(path.slice(SYNTHETIC_PREFIX.length).replace(/^\?/, ''));

  const fail = (name: string): never => {
    throw new CrosslineError({
      code: 'usage',
      detail: `${name}=${String(parameters.get(name))} is no value for a synthetic survey`,
    });
  };
  const number = (name: string, fallback: number, least: number, most: number): number => {
    const text = parameters.get(name);
    if (text === null) return fallback;
    const value = Number(text);
    return text !== '' && value >= least && value <= most ? value : fail(name);
  };
  const count = (name: string, fallback: number): number => {
    const value = number(name, fallback, 1, MAX_COUNT);
    return Number.isInteger(value) ? value : fail(name);
  };
  const delay = (): readonly [number, number] => {
    const [shortest, longest = shortest] = (parameters.get('delayMs') ?? '0').split('-').map(Number);
    if (shortest === undefined || longest === undefined || !(shortest >= 0) || !(longest >= shortest)) {
      return fail('delayMs');
    }
    return [shortest, longest];
  };

  return {
    inlines: count('inlines', 200),
    crosslines: count('crosslines', 300),
    samples: count('samples', 500),
    delayMs: delay(),
    traceUs: number('traceUs', 0, 0, 1e6),
    failRate: number('failRate', 0, 0, 1),
    missingRate: number('missingRate', 0, 0, 1),
    deadRate: number('deadRate', 0, 0, 1),
    seed: number('seed', 1, 0, 2 ** 32 - 1),
  };
}
