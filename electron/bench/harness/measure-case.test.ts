import { expect, it } from 'vitest';
import type { BenchCase } from './bench-case.ts';
import { measureCase, roundCount } from './measure-case.ts';
import { createRandom } from './seeded-random.ts';

const signal = new AbortController().signal;

/** A case whose sides record what they were asked and answer with it. */
function recordedCase(withPeer: boolean): {
  benchCase: BenchCase;
  asked: { side: string; calls: readonly number[] }[];
} {
  const asked: { side: string; calls: readonly number[] }[] = [];
  const side = (name: string) => (calls: readonly number[]) => {
    asked.push({ side: name, calls });
    return Promise.resolve(calls);
  };
  const benchCase: BenchCase = {
    name: 'recorded',
    callsPerRound: 3,
    drawArgument: (random) => random(100),
    ours: side('ours'),
    peer: withPeer ? side('peer') : null,
    mostRounds: 6,
  };
  return { benchCase, asked };
}

it('asks both sides for the same slices, by turns, and leaves the warm-up out', async () => {
  const { benchCase, asked } = recordedCase(true);
  const result = await measureCase(benchCase, { secondsPerCase: 0.01, random: createRandom(3), signal });
  const measured = asked.slice(-12);
  expect(measured.map(({ side }) => side).join(' ')).toBe(
    'ours peer peer ours ours peer peer ours ours peer peer ours',
  );
  for (let round = 0; round < 6; round += 1) expect(measured[2 * round]!.calls).toEqual(measured[2 * round + 1]!.calls);
  expect(result.ours).toEqual(measured.filter(({ side }) => side === 'ours').flatMap(({ calls }) => calls));
  expect(result.peer).toEqual(result.ours);
  expect(asked.length).toBeGreaterThan(12);
});

it('says that no peer ran, which differs from one that measured nothing', async () => {
  const { benchCase } = recordedCase(false);
  const result = await measureCase(benchCase, { secondsPerCase: 0.01, random: createRandom(3), signal });
  expect(result.peer).toBeNull();
});

it('stops when it is interrupted', async () => {
  const { benchCase } = recordedCase(false);
  const options = { secondsPerCase: 1, random: createRandom(3), signal: AbortSignal.abort() };
  await expect(measureCase(benchCase, options)).rejects.toMatchObject({ name: 'AbortError' });
});

it.each([
  [10, 1, 400, 100],
  [900, 1, 400, 5],
  [0, 1, 400, 400],
  [10, 1, 20, 20],
])('with rounds of %d ms in %d s and at most %d rounds makes %d', (roundMs, seconds, most, rounds) => {
  expect(roundCount(roundMs, seconds, most)).toBe(rounds);
});
