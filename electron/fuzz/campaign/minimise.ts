/** Makes a failing case as small as it fails the same way. */
import type { FuzzCase } from '../cases/fuzz-case.ts';
import type { Mutation } from '../cases/mutation.ts';

/** Each try is a case, run in a process that may have to be started anew. */
const MOST_TRIES = 60;

/** @param failsAlike whether the case still fails in the same way */
export async function minimise(
  fuzzCase: FuzzCase,
  failsAlike: (candidate: FuzzCase) => Promise<boolean>,
): Promise<FuzzCase> {
  let smallest = fuzzCase;
  let tries = 0;
  const attempt = async (candidate: FuzzCase): Promise<boolean> => {
    if (tries >= MOST_TRIES) return false;
    tries += 1;
    if (!(await failsAlike(candidate))) return false;
    smallest = candidate;
    return true;
  };
  for (const simpler of [
    { isReopened: false },
    { isRemapped: false },
    { change: null },
    { overrides: {} },
    ...(fuzzCase.host === 'processes' ? [{ host: 'twin' as const }] : []),
    ...(fuzzCase.host === 'twin' ? [{ host: 'addon' as const }] : []),
  ]) {
    await attempt({ ...smallest, ...simpler });
  }
  for (let i = smallest.mutations.length - 1; i >= 0; i -= 1) {
    await attempt({ ...smallest, mutations: smallest.mutations.filter((_, other) => other !== i) });
  }
  for (let i = 0; i < smallest.mutations.length; i += 1) {
    for (let isShorter = true; isShorter;) {
      const shorter = halved(smallest.mutations[i]!);
      isShorter = shorter !== null && (await attempt({ ...smallest, mutations: smallest.mutations.with(i, shorter) }));
    }
  }
  return smallest;
}

/** Null where nothing about it can be halved. */
function halved(mutation: Mutation): Mutation | null {
  if (mutation.kind === 'repeat' && mutation.times > 1) return { ...mutation, times: mutation.times >> 1 };
  const hasLength = 'length' in mutation && mutation.kind !== 'truncate' && mutation.kind !== 'extend';
  return hasLength && mutation.length > 1 ? { ...mutation, length: mutation.length >> 1 } : null;
}
