/** What the fuzzer found, as small as it was found: cases over files that every checkout makes. */
import type { FuzzCase } from './cases/fuzz-case.ts';

export interface Regression {
  /** What went wrong. */
  readonly was: string;
  readonly fuzzCase: FuzzCase;
}

const caseOf = (file: string, fuzzCase: Partial<FuzzCase>): FuzzCase => ({
  name: 'regression:0',
  file,
  mutations: [],
  host: 'addon',
  overrides: {},
  change: null,
  isReopened: false,
  isRemapped: false,
  ...fuzzCase,
});

export const REGRESSIONS: readonly Regression[] = [
  {
    was: 'a file that was replaced before its scan began stayed open as if nothing had happened',
    fuzzCase: caseOf('cube-of-5-megabytes.sgy', { change: { kind: 'replace', when: 'opening', share: 0, seed: 1 } }),
  },
];
