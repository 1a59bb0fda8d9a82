import type { BenchCase } from '../harness/bench-case.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import type { CubePlanes, PlaneFamily } from './cube-planes.ts';
import type { SliceCaller } from './slice-caller.ts';

/** Slices of an open survey whose pages are mapped; the engine's slice cache is off, so each is read from the file. */
export function warmCases(planes: CubePlanes, caller: SliceCaller, peer: PeerProcess | null): BenchCase[] {
  const warmCase = (name: string, family: PlaneFamily): BenchCase => ({
    name,
    callsPerRound: 50,
    drawArgument: (random) => random(family.count),
    ours: (indices) => caller.timeAll(indices.map((index) => family.planeAt(index))),
    peer: peer && ((indices) => peer.timeCalls(name, indices)),
  });
  return [
    warmCase('inline', planes.inline),
    warmCase('crossline', planes.crossline),
    warmCase('time slice', planes.sample),
  ];
}
