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
  {
    was: 'the stride of a file with 100 MB of zeros behind it was looked for at each of them, a dozen times over (4.7 s)',
    fuzzCase: caseOf('format-1.sgy', {
      mutations: [
        { kind: 'extend', length: 100_000_834 },
        { kind: 'fill', at: 22_907, length: 225, value: 0 },
      ],
    }),
  },
  {
    was: 'every byte of text was asked for a whole pattern of headers (14 s for 200 KB of blanks)',
    fuzzCase: caseOf('cube-of-5-megabytes.sgy', {
      mutations: [{ kind: 'fill', at: 156, length: 198_604, value: 32 }],
    }),
  },
  {
    was: 'the same for text that repeats itself (3.1 s)',
    fuzzCase: caseOf('extended-text-to-its-end.sgy', {
      mutations: [{ kind: 'repeat', at: 3825, length: 2242, times: 35 }],
    }),
  },
  {
    was: 'a float that is no scalar made a line of infinite length',
    fuzzCase: caseOf('cl03-302.sgy', { overrides: { samples: 86, scalar: { byte: 128, type: 'float64' } } }),
  },
  {
    was: 'values of an HDF5 axis that are no numbers stood in a text as NaN',
    fuzzCase: caseOf('foreign-sections.h5', {
      mutations: [{ kind: 'write', at: 2100, bytes: [156, 255, 255, 255] }],
    }),
  },
  {
    was: 'elements without a fill value showed what had been read before',
    fuzzCase: caseOf('foreign-gathers.h5', { mutations: [{ kind: 'flip', at: 2454, bit: 2 }], host: 'both' }),
  },
];
