/** The thin beds between the main surfaces: where each lies in its package, how strongly it reflects and how that varies. */
import type { Random } from './random.ts';
import { OLD_SURFACE_COUNT, YOUNG_SURFACE_COUNT } from './surfaces.ts';

export type BedStyle = 'parallel' | 'foreset' | 'chaotic';

interface Package {
  /** Index of its upper surface among the young or the old ones; its lower one is the next. */
  readonly surface: number;
  readonly isOld: boolean;
  readonly style: BedStyle;
  /** Mean distance between beds in ms. */
  readonly spacingMs: number;
  /** Mean size of the reflection coefficients, in units of a strong reflection. */
  readonly level: number;
  /** Coefficient of the upper surface itself. */
  readonly topCoefficient: number;
}

const young = (
  surface: number,
  spacingMs: number,
  level: number,
  topCoefficient: number,
  style: BedStyle = 'parallel',
) => ({ surface, isOld: false, style, spacingMs, level, topCoefficient }) satisfies Package;
const old = (surface: number, spacingMs: number, level: number, topCoefficient: number, style: BedStyle = 'parallel') =>
  ({ surface, isOld: true, style, spacingMs, level, topCoefficient }) satisfies Package;

const PACKAGES: readonly Package[] = [
  young(0, 11, 0.34, 1.4),
  young(1, 13, 0.2, -0.7),
  young(2, 12, 0.28, 0.5),
  young(3, 5, 0.6, 0.7, 'foreset'),
  young(4, 13, 0.2, -0.6),
  young(5, 11, 0.42, 0.9),
  old(0, 12, 0.42, 0.8),
  old(1, 13, 0.26, -0.7),
  old(2, 11, 0.55, 1),
  old(3, 12, 0.4, -0.9),
  old(4, 14, 0.24, 0.7),
  old(5, 11, 0.5, 1.1),
  old(6, 14, 0.36, 1.6, 'chaotic'),
];

export interface Bed {
  readonly isOld: boolean;
  readonly style: BedStyle;
  /** Upper surface, index into the values of `Surfaces.evaluate`. */
  readonly surface: number;
  /** 0 at the upper surface, 1 at the lower one. */
  readonly fraction: number;
  readonly coefficient: number;
  /** Fields that vary its strength and its time. */
  readonly strengthField: number;
  readonly otherStrengthField: number;
  /** How much the fields vary it: its relative standard deviation, roughly. */
  readonly variation: number;
  readonly timeField: number;
  /** Deviation of its time, ms per unit of the field; beds of one package move unequally, so they thin and swell. */
  readonly wobbleMs: number;
}

/** The main surfaces are steadier than the beds between them. */
const SURFACE_VARIATION = 0.15;
const BED_VARIATION = 0.42;

/** A mix of many weak and few strong reflections, as wells show (a two-sided exponential distribution, cut at 2.5). */
function drawCoefficient(random: Random, level: number): number {
  const size = Math.min(-Math.log(1 - random.next()), 2.5);
  return (random.next() < 0.5 ? -1 : 1) * level * size;
}

function bedsOf(pack: Package, thicknessMs: number, fieldCount: number, random: Random): Bed[] {
  const surface = pack.surface + (pack.isOld ? YOUNG_SURFACE_COUNT : 0);
  const drawField = (): number => Math.floor(random.next() * fieldCount);
  const createBed = (fraction: number, coefficient: number, wobbleMs: number): Bed => ({
    isOld: pack.isOld,
    style: fraction === 0 ? 'parallel' : pack.style,
    surface,
    fraction,
    coefficient,
    strengthField: drawField(),
    otherStrengthField: drawField(),
    variation: fraction === 0 ? SURFACE_VARIATION : BED_VARIATION,
    timeField: drawField(),
    wobbleMs,
  });
  const beds = [createBed(0, pack.topCoefficient, 0)];
  const count = Math.max(2, Math.round(thicknessMs / pack.spacingMs));
  for (let i = 1; i < count; i++) {
    const fraction = (i + random.between(-0.4, 0.4)) / count;
    const wobbleMs = pack.style === 'chaotic' ? 7 : random.between(0.05, 0.25) * pack.spacingMs;
    beds.push(createBed(fraction, drawCoefficient(random, pack.level), wobbleMs));
  }
  return beds;
}

/** All beds, top down within each sequence. `restMs` are the surfaces' times in ms at the middle of the survey. */
export function createBeds(restMs: Float64Array, fieldCount: number, random: Random): readonly Bed[] {
  return PACKAGES.flatMap((pack) => {
    const upper = pack.surface + (pack.isOld ? YOUNG_SURFACE_COUNT : 0);
    const isLast = pack.surface + 1 >= (pack.isOld ? OLD_SURFACE_COUNT : YOUNG_SURFACE_COUNT);
    if (isLast) throw new RangeError(`package ${upper} has no lower surface`);
    return bedsOf(pack, restMs[upper + 1]! - restMs[upper]!, fieldCount, random);
  });
}
