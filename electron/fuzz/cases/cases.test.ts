/** Cases are data that can be drawn again, and say in bytes what they say in words. */
import { describe, expect, it } from 'vitest';
import { applyMutations } from './apply-mutations.ts';
import { drawCase, type Corpus } from './draw-case.ts';
import { shapeOf } from './file-shape.ts';
import type { Mutation } from './mutation.ts';
import { buildSegy, gridTraces } from '../../formats/segy/test-segy-builder.ts';

const CUBE = buildSegy({ traces: gridTraces({ inlines: [1, 2, 3], crosslines: [1, 2] }) });
const CORPUS: Corpus = {
  names: ['cube', 'other'],
  bytesOf: (name) => (name === 'cube' ? CUBE : Uint8Array.of(7, 8, 9)),
};
const after = (...mutations: Mutation[]): number[] => [
  ...applyMutations(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), mutations, (name) => CORPUS.bytesOf(name)).bytes,
];

it('draws the same case from the same seed and index, and others from others', () => {
  const cases = Array.from({ length: 300 }, (_, index) => drawCase(1, index, CORPUS));
  expect(drawCase(1, 7, CORPUS)).toEqual(cases[7]);
  expect(new Set(cases.map(({ mutations }) => JSON.stringify(mutations))).size).toBeGreaterThan(280);
  expect(drawCase(2, 7, CORPUS)).not.toEqual(cases[7]);
  const kinds = new Set(cases.flatMap(({ mutations }) => mutations.map(({ kind }) => kind)));
  expect([...kinds].toSorted()).toEqual(
    'column cut extend fill flip insert noise repeat splice swap truncate write'.split(' '),
  );
  expect(new Set(cases.map(({ host }) => host))).toEqual(new Set(['addon', 'twin', 'both', 'processes']));
  expect(cases.filter(({ change }) => change !== null).length).toBeGreaterThan(20);
});

describe('mutations', () => {
  it.each<[Mutation, number[]]>([
    [{ kind: 'write', at: 2, bytes: [0, 0] }, [1, 2, 0, 0, 5, 6, 7, 8]],
    [{ kind: 'write', at: 7, bytes: [0, 0] }, [1, 2, 3, 4, 5, 6, 7, 0]],
    [{ kind: 'flip', at: 8, bit: 7 }, [129, 2, 3, 4, 5, 6, 7, 8]],
    [{ kind: 'fill', at: 6, length: 9, value: 0 }, [1, 2, 3, 4, 5, 6, 0, 0]],
    [{ kind: 'swap', at: 1, length: 4, width: 2 }, [1, 3, 2, 5, 4, 6, 7, 8]],
    [{ kind: 'cut', at: 1, length: 5 }, [1, 7, 8]],
    [{ kind: 'repeat', at: 0, length: 2, times: 2 }, [1, 2, 1, 2, 1, 2, 3, 4, 5, 6, 7, 8]],
    [{ kind: 'splice', at: 1, from: 'other', fromAt: 1, length: 6 }, [1, 8, 9, 8]],
    [{ kind: 'truncate', length: 3 }, [1, 2, 3]],
    [{ kind: 'truncate', length: 0 }, []],
  ])('%j', (mutation, bytes) => {
    expect(after(mutation)).toEqual(bytes);
  });

  it('leave the corpus as it was, and can follow a file that has become empty', () => {
    const before = CUBE.slice();
    for (let index = 0; index < 200; index += 1) {
      const { mutations } = drawCase(3, index, CORPUS);
      applyMutations(CUBE, [...mutations, { kind: 'truncate', length: 0 }, ...mutations], (name) =>
        CORPUS.bytesOf(name),
      );
    }
    expect(CUBE).toEqual(before);
  });

  it('write a word into every trace header', () => {
    const column = { at: 0, strideBytes: 4, width: 2, isLittleEndian: false, pattern: 'ramp', seed: 1 } as const;
    const [a, , , , b] = after({ kind: 'column', ...column });
    expect([a, b]).not.toEqual([1, 5]);
    expect(after({ kind: 'column', ...column }).filter((_, i) => i % 4 > 1)).toEqual([3, 4, 7, 8]);
  });

  it('say how long a file becomes without writing its zeros', () => {
    const file = applyMutations(CUBE, [{ kind: 'extend', length: 5_000_000 }], () => CUBE);
    expect([file.bytes.length, file.fileBytes]).toEqual([CUBE.length, 5_000_000]);
  });
});

it('finds headers and traces of a sound file', () => {
  expect(shapeOf(CUBE)).toEqual({
    isHdf5: false,
    isLittleEndian: false,
    firstTraceAt: 3600,
    strideBytes: 256,
    traceCount: 6,
  });
  expect(shapeOf(Uint8Array.of(1)).traceCount).toBe(1);
});
