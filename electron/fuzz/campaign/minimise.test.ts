import { expect, it } from 'vitest';
import type { FuzzCase } from '../cases/fuzz-case.ts';
import { minimise } from './minimise.ts';

const CASE: FuzzCase = {
  name: '1:2',
  file: 'cube.sgy',
  mutations: [
    { kind: 'flip', at: 9, bit: 1 },
    { kind: 'noise', at: 3600, length: 1000, seed: 4 },
    { kind: 'truncate', length: 9000 },
  ],
  host: 'processes',
  overrides: { samples: 9 },
  change: { kind: 'grow', when: 'open', share: 0.5, seed: 1 },
  isReopened: true,
  isRemapped: true,
};

it('leaves out what the failure does not need, and shortens the rest', async () => {
  const tried: FuzzCase[] = [];
  const smallest = await minimise(CASE, (candidate) => {
    tried.push(candidate);
    return Promise.resolve(candidate.mutations.some((mutation) => mutation.kind === 'noise' && mutation.length >= 100));
  });
  expect(smallest).toEqual({
    ...CASE,
    mutations: [{ kind: 'noise', at: 3600, length: 125, seed: 4 }],
    host: 'twin',
    overrides: {},
    change: null,
    isReopened: false,
    isRemapped: false,
  });
  expect(tried.length).toBeLessThan(20);
});

it('keeps a case that cannot be made smaller', async () => {
  expect(await minimise(CASE, () => Promise.resolve(false))).toBe(CASE);
});
