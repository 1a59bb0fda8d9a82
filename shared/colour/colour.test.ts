import { describe, expect, it } from 'vitest';
import { COLORMAP_NAMES, colormapRgba, isColormapName } from './colormaps.ts';
import { colourIndexOf, type AmplitudeDisplay } from './display.ts';
import { ABSENT_RGB } from './rgb.ts';

const display: AmplitudeDisplay = { clip: 2, gain: 1, polarity: 1 };

describe('colourIndexOf', () => {
  it.each([
    [-2, 0],
    [-1, 64],
    [-0.0000001, 127],
    [0, 128],
    [1, 192],
    [1.999, 255],
    [2, 255],
    [3e38, 255],
    [-Infinity, 0],
    [Infinity, 255],
    [NaN, -1],
  ])('gives amplitude %d at clip 2 the index %d', (amplitude, index) => {
    expect(colourIndexOf(Math.fround(amplitude), display)).toBe(index);
  });

  it('is the documented formula, also with gain and reversed polarity', () => {
    const shown: AmplitudeDisplay = { clip: 3, gain: 1.7, polarity: -1 };
    for (let k = -400; k <= 400; k += 1) {
      const amplitude = Math.fround(k * 0.0171);
      const t = Math.min(Math.max(0.5 + (0.5 * -1 * 1.7 * amplitude) / 3, 0), 1);
      expect(colourIndexOf(amplitude, shown)).toBe(Math.min(Math.floor(256 * t), 255));
    }
  });

  it('gives every amplitude the middle colour where the clip is zero', () => {
    expect([-1, 0, 1, Infinity].map((amplitude) => colourIndexOf(amplitude, { ...display, clip: 0 }))).toEqual([
      128, 128, 128, 128,
    ]);
  });
});

describe('colormaps', () => {
  it.each(COLORMAP_NAMES)('%s has 256 opaque colours of bytes', (name) => {
    const rgba = colormapRgba(name);
    expect(rgba).toHaveLength(1024);
    expect(rgba.filter((_, k) => k % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  it('run from negative to positive as they are known', () => {
    const ends = (name: 'grey' | 'seismic' | 'petrel' | 'viridis') => [
      [...colormapRgba(name).subarray(0, 3)],
      [...colormapRgba(name).subarray(512, 515)],
      [...colormapRgba(name).subarray(1020, 1023)],
    ];
    expect(ends('grey')).toEqual([[0, 0, 0], [128, 128, 128], [255, 255, 255]]); // prettier-ignore
    expect(ends('seismic')).toEqual([[0, 0, 90], [255, 255, 255], [100, 0, 0]]); // prettier-ignore
    expect(ends('petrel')).toEqual([[161, 255, 255], [204, 204, 204], [255, 255, 0]]); // prettier-ignore
    expect(ends('viridis')).toEqual([[68, 1, 84], [33, 145, 140], [253, 231, 37]]); // prettier-ignore
  });

  it('are named exactly', () => {
    expect(isColormapName('seismic')).toBe(true);
    expect(isColormapName('toString')).toBe(false);
  });

  it.each(COLORMAP_NAMES)('%s keeps clear of the colours of absent traces', (name) => {
    const rgba = colormapRgba(name);
    for (const absent of [ABSENT_RGB.light, ABSENT_RGB.dark])
      for (let index = 0; index < 256; index += 1) {
        const distance = Math.hypot(...absent.map((byte, channel) => byte - rgba[index * 4 + channel]!));
        expect(distance).toBeGreaterThan(10);
      }
  });
});
