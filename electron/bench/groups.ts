import type { BenchGroup } from './harness/bench-group.ts';
import { coldGroup } from './cold/cold-group.ts';
import { crossingsGroup } from './crossings/crossings-group.ts';
import { cubeGroup } from './cube/cube-group.ts';
import { dtwGroup } from './dtw/dtw-group.ts';
import { exchangeGroup } from './exchange/exchange-group.ts';
import { folderGroup } from './folder/folder-group.ts';
import { readGroup } from './read/read-group.ts';
import { scanGroup } from './scan/scan-group.ts';
import { wireGroup } from './wire/wire-group.ts';

/** Every group that `crossline bench` knows, in the order in which its help lists them. */
export const GROUPS: readonly BenchGroup[] = [
  readGroup,
  cubeGroup,
  coldGroup,
  scanGroup,
  folderGroup,
  crossingsGroup,
  dtwGroup,
  exchangeGroup,
  wireGroup,
];
