import { expect, it } from 'vitest';
import { findCrossings } from './find-crossings.ts';
import { mergeCrossings, NO_CROSSINGS } from './merge-crossings.ts';
import { packProfiles, type ProfileLines } from './profile-lines.ts';
import { createRandom, drawLines } from './test-lines.ts';

const profilesOf = ({ x, y, starts }: ProfileLines) =>
  Array.from({ length: starts.length - 1 }, (_, p) => ({
    x: x.subarray(starts[p], starts[p + 1]),
    y: y.subarray(starts[p], starts[p + 1]),
  }));

it('gives what a search of all finds, to the last bit, as profiles come and go', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const random = createRandom(seed);
    const all = profilesOf(drawLines('walks on a grid of 4', random));
    const isThere = all.map(() => random() < 0.7);
    const earlier = packProfiles(all.filter((_, p) => isThere[p]));
    // One of the earlier ones leaves, and the others follow behind those that stay.
    const staying = all.filter((_, p) => isThere[p]).slice(1);
    const coming = all.filter((_, p) => !isThere[p]);
    const now = packProfiles([...staying, ...coming]);
    const placeOf = Int32Array.from({ length: earlier.starts.length - 1 }, (_, p) => p - 1);
    const only = coming.map((_, i) => staying.length + i);
    const merged = mergeCrossings(findCrossings(earlier), placeOf, findCrossings(now, { only }));
    const { crossings, overlaps } = findCrossings(now);
    expect(merged).toEqual({ crossings, overlaps });
  }
});

it('begins with nothing', () => {
  const lines = drawLines('fans', createRandom(1));
  const { crossings, overlaps } = findCrossings(lines);
  expect(mergeCrossings(NO_CROSSINGS, new Int32Array(0), { crossings, overlaps })).toEqual({ crossings, overlaps });
});
