import { expect, test } from 'vitest';
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import { packProfiles } from '../../../shared/geometry/crossings/profile-lines.ts';
import { lineIndex } from '../../../shared/units.ts';
import { ProfileBoard } from '../../engine-client/profile-board.ts';
import { foundCrossings } from '../../state/testing/found-crossings.ts';
import { mapCrossings } from './map-crossings.ts';

const board = (): ProfileBoard => {
  const profiles = new ProfileBoard();
  const positions = packProfiles([{ x: [0, 10, 20, NaN, 40, 50], y: [0, 0, 5, 0, 0, 0] }]);
  profiles.put(['a'], {
    profiles: [{ surveyId: 'a', line: lineIndex(0), name: 'A', unit: 'metres' }],
    positions,
    cdp: new Int32Array(6),
    detail: new Float32Array(6),
    placeless: [],
  });
  return profiles;
};

const OVERLAP = { profile1: 0, profile2: 1, t1From: 0, t1To: 5, t2From: 0, t2To: 5, x1: 5, y1: 0, x2: 45, y2: 0 };

test('an overlap follows the traces of its first line, from where it begins to where it ends', () => {
  const found: OpenCrossings = { ...foundCrossings([[0, 1, 5, 7]]), overlaps: [OVERLAP] };
  const { x, overlaps } = mapCrossings(found, board())!;
  expect(x).toBe(found.crossings.x);
  expect(overlaps).toEqual([{ x: [5, 10, 20, 40, 45], y: [0, 0, 5, 0, 0] }]);
});

test('an overlap whose line is not known yet goes straight', () => {
  const found: OpenCrossings = { ...foundCrossings([]), overlaps: [OVERLAP] };
  expect(mapCrossings(found, new ProfileBoard())!.overlaps).toEqual([{ x: [5, 45], y: [0, 0] }]);
  expect(mapCrossings(null, board())).toBeNull();
});
