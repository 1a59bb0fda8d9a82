/** What the specs ask of the split section's scene, run in the page. */
import { paintSlice } from '../../shared/colour/paint-slice.ts';
import { pictureLayoutOf } from '../../shared/colour/picture-layout.ts';
import { compactView } from '../../shared/slices.ts';
import { traceIndex } from '../../shared/units.ts';
import type { DisplaySettings } from '../../renderer/scene/display-settings.ts';
import { SCENE_THEMES } from '../../renderer/scene/scene-theme.ts';
import type { SlicePicture } from '../../renderer/scene/slice-picture.ts';
import type { SplitGeometry, SplitPart, SplitSide } from '../../renderer/scene/split/split-geometry.ts';
import { SplitScene } from '../../renderer/scene/split/split-scene.ts';
import { createCanvasHost } from './canvas-host.ts';
import { SURVEY_ID } from './surveys.ts';

const THEME = SCENE_THEMES.light;
const PLAIN: DisplaySettings = { clip: 1, gain: 1, polarity: 1, colormap: 'seismic', interpolation: 'exact' };
const SIDES: readonly SplitSide[] = ['left', 'right'];

/** Another interval, start, length and trace spacing on each side; the crossing between traces of both. */
const geometryOf = (leftDirection: 1 | -1, rightDirection: 1 | -1): SplitGeometry => ({
  left: {
    first: 10,
    count: 24,
    at: leftDirection === 1 ? 32.25 : 10.25,
    direction: leftDirection,
    spacing: 20,
    samples: { sampleIntervalUs: 4000, firstSampleMs: 0, count: 40, domain: 'time' },
  },
  right: {
    first: 50,
    count: 31,
    at: rightDirection === 1 ? 50.75 : 79.75,
    direction: rightDirection,
    spacing: 12.5,
    samples: { sampleIntervalUs: 2000, firstSampleMs: 30, count: 90, domain: 'time' },
  },
});

function pictureOf({ first, count, samples }: SplitPart, requestId: number): SlicePicture {
  const columns = samples.count;
  const data = Float32Array.from({ length: count * columns }, (_, k) => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    return (((row * 7 + column * 13) % 17) - 8) / 8;
  });
  return {
    requestId,
    surveyId: SURVEY_ID,
    plane: { orientation: 'traces', index: traceIndex(first), count },
    decimation: { rows: 1, columns: 1 },
    view: compactView(data, count, columns),
    traceStatus: null,
  };
}

function openSplit(width: number, height: number) {
  const host = createCanvasHost(width, height);
  const scene = new SplitScene(host.canvas, {
    onDrawn: () => undefined,
    onViewChanged: () => undefined,
    onHover: () => undefined,
  });
  scene.setTheme(THEME);
  for (const side of SIDES) scene.setDisplay(side, PLAIN);
  scene.resize(width, height, 1);
  const close = () => {
    host.remove();
    scene.dispose();
  };
  return { scene, close };
}

/** On the border of two cells rounding decides; a pixel there proves nothing. */
const isBorder = (place: number): boolean => Math.abs(Math.abs(place - Math.round(place)) - 0.5) < 0.02;

const harness = {
  /**
   * Every pixel against the trace and the sample that the distance from the crossing and the time say, worked out from metres
   * and milliseconds alone.
   */
  compare(leftDirection: 1 | -1, rightDirection: 1 | -1): { compared: number; wrong: number } {
    const [width, height] = [907, 611];
    const geometry = geometryOf(leftDirection, rightDirection);
    const { scene, close } = openSplit(width, height);
    scene.setGeometry(geometry);
    const colours = SIDES.map((side, k) => {
      const picture = pictureOf(geometry[side], k + 1);
      scene.setPicture(side, picture);
      return paintSlice(picture.view, null, pictureLayoutOf('traces', null), PLAIN, 'seismic', THEME.absent);
    });
    const { rgba } = scene.readPixels();
    const metresOn = (side: SplitSide): number => {
      const { first, count, at, direction, spacing } = geometry[side];
      const isTowardsFirst = (side === 'left') === (direction === 1);
      return spacing! * (isTowardsFirst ? at - first + 0.5 : first + count - 0.5 - at);
    };
    const metresPerPixel = (metresOn('left') + metresOn('right')) / width;
    // Samples of the finer line, from the earlier start to the later end.
    const [earliest, latest, finest] = [0, 30 + 89 * 2, 2];
    let compared = 0;
    let wrong = 0;
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const metres = (x + 0.5) * metresPerPixel - metresOn('left');
        const k = metres < 0 ? 0 : 1;
        const { first, count, at, direction, spacing, samples } = geometry[SIDES[k]!];
        const row = at + (direction * metres) / spacing! - first;
        const ms = earliest - finest / 2 + ((y + 0.5) / height) * (latest - earliest + finest);
        const column = (ms - samples.firstSampleMs) / (samples.sampleIntervalUs / 1000);
        if (isBorder(row) || isBorder(column) || Math.abs(metres) < metresPerPixel) continue;
        const [r, c] = [Math.round(row), Math.round(column)];
        const from = c < 0 || c >= samples.count ? -1 : (c * count + r) * 4;
        const wanted = from < 0 ? THEME.background : colours[k]!.rgba.subarray(from, from + 3);
        const got = rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
        compared += 1;
        if ([0, 1, 2].some((channel) => got[channel] !== wanted[channel])) wrong += 1;
      }
    close();
    return { compared, wrong };
  },

  /** GPU objects: after each of many pairs of pictures, and after 50 scenes came and went. */
  memory(): { steady: number[]; disposed: number[] } {
    const geometry = geometryOf(1, 1);
    const countOf = ({ memory }: SplitScene): number => memory.textures + memory.geometries;
    const show = (scene: SplitScene, requestId: number): void => {
      scene.setGeometry(geometry);
      for (const side of SIDES) scene.setPicture(side, pictureOf(geometry[side], requestId));
      scene.readPixels();
    };
    const { scene, close } = openSplit(100, 100);
    const steady = Array.from({ length: 50 }, (_, k) => {
      show(scene, k + 1);
      return countOf(scene);
    });
    close();
    const disposed = Array.from({ length: 50 }, () => {
      const opened = openSplit(50, 50);
      show(opened.scene, 1);
      opened.close();
      return countOf(opened.scene);
    });
    return { steady, disposed };
  },
};

export type SplitHarness = typeof harness;

Object.assign(window, { harness });
