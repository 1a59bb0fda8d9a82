/** Files that say themselves what they are: SEGY-SAK's in all its variants, and others by dimension scales or names. */
import { join } from 'node:path';
import * as h5 from 'h5wasm/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTemporaryFolder } from '../../segy/test-segy-builder.ts';
import { loadLibrary } from '../library/load-library.ts';
import { allSamples, faultOfOpening, openForeign, outlineForeign } from './foreign-fixture.ts';

beforeAll(async () => {
  await loadLibrary();
});

interface Axis {
  readonly name: string;
  readonly values: readonly number[];
  readonly units?: string;
}

const counted = (count: number, first: number, step: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i * step);

const INLINE: Axis = { name: 'iline', values: counted(4, 100, 2) };
const CROSSLINE: Axis = { name: 'xline', values: counted(5, 30, 1) };
const TWT: Axis = { name: 'twt', values: counted(6, 8, 4) };

interface Variable {
  readonly name: string;
  readonly axes: readonly Axis[];
  /** Default: counted. */
  readonly valueAt?: (position: number) => number;
}

/** As netCDF-4 lays it out: variables with their axes attached as dimension scales. */
async function withVariables(
  variables: readonly Variable[],
  use: (path: string) => Promise<void>,
  { isScaled = true }: { readonly isScaled?: boolean } = {},
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const { folders } = await loadLibrary();
    folders.add(folder);
    const path = join(folder, 'a.seisnc');
    const file = new h5.File(path, 'w');
    const axes = new Map(variables.flatMap((variable) => variable.axes.map((axis) => [axis.name, axis])));
    for (const { name, values, units } of axes.values()) {
      const scale = file.create_dataset({ name, data: Float64Array.from(values), shape: [values.length], dtype: '<d' });
      if (isScaled) scale.make_scale(name);
      if (units !== undefined) scale.create_attribute('units', units);
    }
    for (const { name, axes: own, valueAt = (position: number) => position } of variables) {
      const shape = own.map(({ values }) => values.length);
      const size = shape.reduce((product, each) => product * each, 1);
      const data = Float32Array.from({ length: size }, (_, i) => valueAt(i));
      const dataset = file.create_dataset({ name, data, shape, dtype: '<f' });
      if (isScaled) own.forEach((axis, i) => dataset.attach_scale(i, `/${axis.name}`));
    }
    file.close();
    await use(path);
  });
}

describe('SEGY-SAK', () => {
  it('opens cubes, whatever the order of their axes', async () => {
    const orders = [
      [INLINE, CROSSLINE, TWT],
      [TWT, INLINE, CROSSLINE],
      [CROSSLINE, TWT, INLINE],
    ];
    for (const axes of orders) {
      await withVariables([{ name: 'data', axes }], async (path) => {
        const cube = await openForeign(path);
        expect(cube.info).toMatchObject({
          format: 'SEGY-SAK NetCDF',
          inline: { first: 100, last: 106, step: 2, count: 4 },
          crossline: { first: 30, last: 34, step: 1, count: 5 },
          samples: { firstSampleMs: 8, sampleIntervalUs: 4000, count: 6, domain: 'time' },
        });
        const sizes = axes.map(({ values }) => values.length);
        const expected = Float32Array.from({ length: 4 * 5 * 6 }, (_, i) => {
          const place = { iline: Math.floor(i / 30), xline: Math.floor(i / 6) % 5, twt: i % 6 } as Record<
            string,
            number
          >;
          return axes.reduce((sum, { name }, axis) => sum * sizes[axis]! + place[name]!, 0);
        });
        for (const samples of await allSamples(cube)) expect(samples).toEqual(expected);
        await cube.close();
      });
    }
  });

  it('opens depth, and one offset of gathers', async () => {
    const depth: Axis = { name: 'depth', values: counted(6, 1000, 5) };
    const offset: Axis = { name: 'offset', values: [100, 200, 300] };
    await withVariables([{ name: 'data', axes: [INLINE, CROSSLINE, depth, offset] }], async (path) => {
      const cube = await openForeign(path);
      expect(cube.info.samples).toEqual({ firstSampleMs: 1000, sampleIntervalUs: 5000, count: 6, domain: 'depth' });
      expect(cube.info.findings.map(({ code }) => code)).toContain('axis-fixed');
      const [samples] = await allSamples(cube);
      expect([...samples!.subarray(0, 3)]).toEqual([0, 3, 6]);
      await cube.close();
      const second = await openForeign(path, { dataset: '/data', axes: 'inline,crossline,sample,1' });
      expect((await allSamples(second))[0]![0]).toBe(1);
      await second.close();
    });
  });

  it('opens 2D lines as a section', async () => {
    const cdp: Axis = { name: 'cdp', values: counted(7, 500, 1) };
    const coordinates = ['cdp_x', 'cdp_y'].map((name) => ({ name, axes: [cdp], valueAt: (i: number) => i * 12.5 }));
    await withVariables([{ name: 'data', axes: [cdp, TWT] }, ...coordinates], async (path) => {
      const cube = await openForeign(path);
      expect(cube.info).toMatchObject({ inline: { count: 1 }, crossline: { first: 500, last: 506, count: 7 } });
      expect([...(await allSamples(cube))[0]!]).toEqual(counted(42, 0, 1));
      await cube.close();
    });
  });

  it('takes coordinates and units from beside the samples', async () => {
    const seconds: Axis = { name: 'twt', values: counted(6, 0.008, 0.002), units: 's' };
    const x = { name: 'cdp_x', axes: [INLINE, CROSSLINE], valueAt: (i: number) => 4000 + 25 * Math.floor(i / 5) };
    const y = { name: 'cdp_y', axes: [INLINE, CROSSLINE], valueAt: (i: number) => 9000 + 12.5 * (i % 5) };
    await withVariables([{ name: 'data', axes: [INLINE, CROSSLINE, seconds] }, x, y], async (path) => {
      const cube = await openForeign(path);
      expect(cube.info.samples).toMatchObject({ firstSampleMs: 8, sampleIntervalUs: 2000 });
      expect(cube.info.worldFromGrid).not.toBeNull();
      expect(cube.info.dataset).toMatchObject({ xDataset: '/cdp_x', yDataset: '/cdp_y', sampleUnit: 's' });
      await cube.close();
    });
  });
});

describe('other files', () => {
  it('open at once where names beside the samples say what the axes are', async () => {
    const axes = [
      { name: 'inlines', values: INLINE.values },
      { name: 'crosslines', values: CROSSLINE.values },
      { name: 'time', values: TWT.values },
    ];
    await withVariables(
      [{ name: 'amplitude', axes }],
      async (path) => {
        const cube = await openForeign(path);
        expect(cube.info).toMatchObject({ format: 'HDF5', inline: { first: 100 }, crossline: { first: 30 } });
        await cube.close();
      },
      { isScaled: false },
    );
  });

  it('are asked about where nothing or more than one thing is certain', async () => {
    const nameless = [4, 5, 6].map((count, i) => ({ name: `d${i}`, values: counted(count, 0, 1) }));
    await withVariables([{ name: 'v', axes: nameless }], async (path) => {
      expect(await faultOfOpening(path)).toBe('choose-dataset');
    });
    const cube = [INLINE, CROSSLINE, TWT];
    await withVariables(
      [
        { name: 'near', axes: cube },
        { name: 'far', axes: cube },
      ],
      async (path) => {
        expect(await faultOfOpening(path)).toBe('choose-dataset');
        const { proposals } = await outlineForeign(path);
        expect(proposals.map(({ overrides }) => overrides.dataset)).toEqual(['/far', '/near']);
        expect(await faultOfOpening(path, { dataset: '/far' })).toBeNull();
      },
    );
  });

  it('tell what does not fit', async () => {
    await withVariables([{ name: 'data', axes: [INLINE, CROSSLINE, TWT] }], async (path) => {
      expect(await faultOfOpening(path, { dataset: '/none' })).toBe('usage');
      expect(await faultOfOpening(path, { dataset: '/iline' })).toBe('usage');
      expect(await faultOfOpening(path, { dataset: '/data', axes: 'crossline,sample' })).toBe('usage');
      expect(await faultOfOpening(path, { dataset: '/data', axes: '4,crossline,sample' })).toBe('usage');
      expect(await faultOfOpening(path, { dataset: '/data', inlineValues: '/twt' })).toBe('usage');
      expect(await faultOfOpening(path, { dataset: '/data', sampleValues: '/data@first:step' })).toBe('usage');
      expect(await faultOfOpening(path, { dataset: '/data', xDataset: '/iline', yDataset: '/xline' })).toBe('usage');
    });
  });
});
