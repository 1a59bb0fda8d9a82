/** Every segment with every segment: the yardstick of the other algorithms, and the fastest for a few segments. */
import { areBoxesApart, segmentsApart, visitProfilePairs, writeBox } from './boxes.ts';
import type { Meetings } from './meetings.ts';

export function meetByBruteForce(meetings: Meetings, onProgress: (done: number, total: number) => void): void {
  const { segments } = meetings;
  const { x, y, starts } = segments;
  const boxes = new Float64Array(4 * (starts.length - 1));
  for (let p = 0; p + 1 < starts.length; p += 1) writeBox(boxes, p, segments, starts[p]!, starts[p + 1]! - 1);
  const box = new Float64Array(4);
  const meetProfiles = (p: number, q: number): void => {
    const [from, to] = [starts[q]!, starts[q + 1]! - 1];
    for (let a = starts[p]!; a + 1 < starts[p + 1]!; a += 1) {
      writeBox(box, 0, segments, a, a + 1);
      if (areBoxesApart(box, 0, boxes, q)) continue;
      for (let b = p === q ? a + 1 : from; b < to; b += 1) {
        if (!segmentsApart(x, y, a, b)) meetings.offer(a, b);
      }
    }
  };
  visitProfilePairs(boxes, meetings, meetProfiles, onProgress);
}
