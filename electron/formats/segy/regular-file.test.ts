import { describe, expect, it } from 'vitest';
import { gridFromLines } from './grid-from-lines.ts';
import { createRandom } from './seeded-random.ts';
import { traceAtGrid } from './survey-geometry.ts';

interface Lines {
  readonly inline: Int32Array;
  readonly crossline: Int32Array;
}

interface GridShape {
  readonly inlines: readonly number[];
  readonly crosslines: readonly number[];
  readonly isCrosslineFast: boolean;
}

function linesOf({ inlines, crosslines, isCrosslineFast }: GridShape): Lines {
  const places = isCrosslineFast
    ? inlines.flatMap((inline) => crosslines.map((crossline) => [inline, crossline] as const))
    : crosslines.flatMap((crossline) => inlines.map((inline) => [inline, crossline] as const));
  return {
    inline: Int32Array.from(places, ([inline]) => inline),
    crossline: Int32Array.from(places, ([, crossline]) => crossline),
  };
}

/** By the definition: the first trace with both numbers, -1 where there is none. */
const plainTraceAt = ({ inline, crossline }: Lines, inlineNumber: number, crosslineNumber: number): number =>
  inline.findIndex((number, trace) => number === inlineNumber && crossline[trace] === crosslineNumber);

function checkGrid(lines: Lines): string {
  const grid = gridFromLines(lines.inline, lines.crossline, { isWanted: true });
  if (grid.kind !== 'grid') return grid.kind;
  const geometry = { ...grid, kind: 'cube', worldFromGrid: null } as const;
  let taken = 0;
  for (let i = 0; i < grid.inline.count; i += 1) {
    for (let j = 0; j < grid.crossline.count; j += 1) {
      const numbers = [
        grid.inline.first + i * grid.inline.step,
        grid.crossline.first + j * grid.crossline.step,
      ] as const;
      const trace = traceAtGrid(geometry, i, j);
      if (trace !== plainTraceAt(lines, ...numbers)) return `trace ${trace} at ${numbers.join('/')}`;
      if (trace >= 0) taken += 1;
    }
  }
  expect(grid.missingTraceCount).toBe(grid.inline.count * grid.crossline.count - taken);
  expect(grid.duplicateTraceCount).toBe(lines.inline.length - taken);
  return grid.order.kind;
}

const run = (first: number, step: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i * step);

const random = createRandom(11);
const integer = (limit: number): number => Math.floor(random() * limit);
const shapes = Array.from({ length: 60 }, (_, i): GridShape => {
  const line = (): number[] => run(1 + integer(50), (1 + integer(4)) * (integer(2) === 0 ? 1 : -1), 1 + integer(7));
  return { inlines: line(), crosslines: line(), isCrosslineFast: i % 2 === 0 };
}).filter(({ inlines, crosslines }) => inlines.length * crosslines.length > 1);

describe.each(shapes)('inlines $inlines, crosslines $crosslines, crossline fast: $isCrosslineFast', (shape) => {
  const whole = linesOf(shape);

  it('is regular as it is', () => {
    expect(checkGrid(whole)).toBe('regular');
  });

  it('is right with two traces exchanged', () => {
    const [one, other] = [integer(whole.inline.length), integer(whole.inline.length)];
    const order = [...whole.inline.keys()].map((trace) => (trace === one ? other : trace === other ? one : trace));
    const exchanged = {
      inline: Int32Array.from(order, (trace) => whole.inline[trace]!),
      crossline: Int32Array.from(order, (trace) => whole.crossline[trace]!),
    };
    // A line of two, exchanged, runs the other way.
    const isRegular = one === other || whole.inline.length === 2;
    if (isRegular || whole.inline.length > 4) expect(checkGrid(exchanged)).toBe(isRegular ? 'regular' : 'table');
    else expect(checkGrid(exchanged)).toMatch(/regular|table/);
  });

  it('is right with a trace repeated in the place of another', () => {
    const [from, to] = [integer(whole.inline.length), integer(whole.inline.length)];
    const repeated = { inline: whole.inline.slice(), crossline: whole.crossline.slice() };
    repeated.inline[to] = repeated.inline[from]!;
    repeated.crossline[to] = repeated.crossline[from]!;
    expect(checkGrid(repeated)).toMatch(/^(regular|table|unset|scattered)$/);
  });
});

describe('a grid that is mostly empty', () => {
  /** `count` traces on a diagonal stretch of a grid of `lines` x `lines`, and one at its far corner. */
  const sparse = (count: number, lines: number): Lines => ({
    inline: Int32Array.from({ length: count }, (_, trace) => (trace === count - 1 ? lines : 1 + (trace % lines))),
    crossline: Int32Array.from({ length: count }, (_, trace) =>
      trace === count - 1 ? lines : 1 + (((trace % lines) + Math.floor(trace / lines)) % lines),
    ),
  });

  it.each([
    { count: 900, lines: 100, kind: 'grid', why: '9 % of a small one is kept as a table' },
    { count: 400, lines: 100, kind: 'scattered', why: '4 % is no grid' },
    {
      count: 2_000_000,
      lines: 5000,
      kind: 'scattered',
      why: '8 % of 25 million cells would be a table of 50 bytes a trace',
    },
    { count: 3_300_000, lines: 5000, kind: 'grid', why: '13 % of them is kept' },
  ])('$count traces of $lines x $lines: $why', ({ count, lines, kind }) => {
    const { inline, crossline } = sparse(count, lines);
    expect(gridFromLines(inline, crossline).kind).toBe(kind);
  });
});
