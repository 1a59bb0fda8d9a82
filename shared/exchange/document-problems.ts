/** What is wrong with a document, by path: "intersections[3].t11". */
export interface DocumentProblem {
  readonly path: string;
  /** What is there, and what should be: completes "PATH ". */
  readonly detail: string;
}

/** More tell nobody more, and a document that is all wrong has millions. */
const MOST_PROBLEMS = 20;

export class ProblemList {
  readonly #problems: DocumentProblem[] = [];
  #count = 0;

  get problems(): readonly DocumentProblem[] {
    return this.#problems;
  }

  /** Also those that are not listed. */
  get count(): number {
    return this.#count;
  }

  add(path: string, detail: string): void {
    this.#count += 1;
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ path, detail });
  }
}

/** A value in a few words: a number as it is, else its type. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'number' || value === null) return String(value);
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

/** `.key`, or `["key"]` where the key is no word. */
export const keyPath = (path: string, key: string): string =>
  /^[A-Za-z_]\w*$/.test(key) ? `${path}${path === '' ? '' : '.'}${key}` : `${path}[${JSON.stringify(key)}]`;
