import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { WORD_BYTES, type HeaderPlace, type WordType } from '../../../shared/mapping/header-place.ts';
import { Draw, mixedSeed } from './draw.ts';
import { drawMutations } from './draw-mutations.ts';
import { extremeInteger } from './extreme-values.ts';
import { shapeOf } from './file-shape.ts';
import type { FileChange, FuzzCase, FuzzHost } from './fuzz-case.ts';

export interface Corpus {
  readonly names: readonly string[];
  bytesOf(name: string): Uint8Array;
}

/** In proportion to their number; a reader process takes as long to start as thirty cases in this one. */
const HOSTS: readonly FuzzHost[] = [...Array<FuzzHost>(14).fill('addon'), 'both', 'both', 'both', 'twin', 'twin'];
const PROCESSES_SHARE = 0.02;
const OVERRIDES_SHARE = 0.15;
const CHANGE_SHARE = 0.15;
const REOPENED_SHARE = 0.1;
const REMAPPED_SHARE = 0.15;

/** The case of that index in the campaign of that seed: the same on every machine with the same corpus. */
export function drawCase(seed: number, index: number, corpus: Corpus): FuzzCase {
  const draw = new Draw(mixedSeed(seed, index));
  const file = draw.pick(corpus.names);
  const bytes = corpus.bytesOf(file);
  const change = draw.chance(CHANGE_SHARE) ? drawChange(draw) : null;
  const host = draw.chance(PROCESSES_SHARE) ? 'processes' : draw.pick(HOSTS);
  const isRemapped = draw.chance(REMAPPED_SHARE);
  return {
    name: `${seed}:${index}`,
    file,
    mutations: drawMutations(draw, { bytes, shape: shapeOf(bytes), names: corpus.names }),
    // Two readers see a file that changes at different times, and need not agree; other mappings are many openings in one.
    host: (change !== null && host === 'both') || isRemapped ? 'addon' : host,
    overrides: draw.chance(OVERRIDES_SHARE) ? drawOverrides(draw) : {},
    change,
    isReopened: draw.chance(REOPENED_SHARE),
    isRemapped,
  };
}

const drawChange = (draw: Draw): FileChange => ({
  kind: draw.pick(['shrink', 'shrink', 'grow', 'overwrite', 'replace', 'remove']),
  when: draw.pick(['opening', 'open', 'reading']),
  share: draw.below(1001) / 1000,
  seed: draw.seed(),
});

function drawOverrides(draw: Draw): MappingOverrides {
  const drawers: (() => MappingOverrides)[] = [
    () => ({ byteOrder: draw.pick(['big', 'little']) }),
    () => ({ format: draw.pick([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16]) }),
    () => ({ samples: draw.chance(0.5) ? draw.length(100_000) : Math.max(1, Math.abs(extremeInteger(draw))) }),
    () => ({ intervalUs: draw.pick([1, 500, 4000, 0.25, 1e9]) }),
    () => ({ inline: drawPlace(draw), crossline: drawPlace(draw) }),
    () => ({ x: drawPlace(draw), y: drawPlace(draw) }),
    () => ({ cdp: drawPlace(draw), offset: drawPlace(draw) }),
    () => ({ scalar: drawPlace(draw) }),
    () => ({ scalarValue: draw.pick([0, 1, -100, 7, -32_768]) }),
    () => ({ kind: draw.pick(['cube', 'cube', 'line', 'gathers', 'traces']) }),
    () => ({ domain: draw.pick(['time', 'depth']) }),
    () => ({ delays: draw.pick(['apply', 'ignore']) }),
    () => ({ coordinateUnit: draw.pick(['metres', 'feet', 'degrees', 'degrees-minutes-seconds', 'arc-seconds']) }),
  ];
  return Object.assign({}, ...Array.from({ length: draw.length(3) }, () => draw.pick(drawers)())) as MappingOverrides;
}

function drawPlace(draw: Draw): HeaderPlace {
  const type = draw.pick(Object.keys(WORD_BYTES) as WordType[]);
  return { byte: draw.chance(0.9) ? 1 + draw.below(232) : 1 + draw.below(520), type };
}
