/** What the specs ask of fences and posts in the 3D scene, run in the page. */
import { sampleValueAt, type SampleAxis } from '../../shared/axes.ts';
import { colormapRgba } from '../../shared/colour/colormaps.ts';
import { colourIndexOf } from '../../shared/colour/display.ts';
import { worldPoint, type WorldFromGrid } from '../../shared/geometry/world-from-grid.ts';
import { compactView, type Decimation } from '../../shared/slices.ts';
import { lineIndex, traceIndex } from '../../shared/units.ts';
import type { DisplaySettings } from '../../renderer/scene/display-settings.ts';
import type { FenceLine } from '../../renderer/scene/fences/fence-line.ts';
import { SCENE_THEMES } from '../../renderer/scene/scene-theme.ts';
import type { DrawnReport, SlicePicture } from '../../renderer/scene/slice-picture.ts';
import { SurveyScene } from '../../renderer/scene/survey-scene.ts';
import { createCanvasHost } from './canvas-host.ts';
import { createPicture, createSurvey, planeOf, SURVEY_ID } from './surveys.ts';

const DISPLAY: DisplaySettings = { clip: 1, gain: 1, polarity: 1, colormap: 'viridis', interpolation: 'exact' };
const SIZE = { width: 900, height: 600 };
const COUNTS = { inlines: 101, crosslines: 151, samples: 201 };
/** Blocks of one amplitude each, so that a pixel more or less beside a middle does not matter. */
const BLOCK = { traces: 20, value: 50 };

const groundAt = (originX: number, originY: number): WorldFromGrid => ({
  originX,
  originY,
  inlineX: 0,
  inlineY: 25,
  crosslineX: 12.5,
  crosslineY: 0,
});

/** A bent line through positions of the grid, at even steps. */
function lineThrough(
  key: string,
  ground: WorldFromGrid,
  corners: readonly (readonly [inline: number, crossline: number])[],
  traceCount: number,
  samples: SampleAxis,
): FenceLine {
  const points = Array.from({ length: traceCount }, (_, trace) => {
    const along = (trace / (traceCount - 1)) * (corners.length - 1);
    const from = Math.min(Math.floor(along), corners.length - 2);
    const [a, b] = [corners[from]!, corners[from + 1]!];
    const share = along - from;
    return worldPoint(ground, {
      inline: a[0] + share * (b[0] - a[0]),
      crossline: a[1] + share * (b[1] - a[1]),
    });
  });
  const x = Float64Array.from(points, (point) => point.x);
  const y = Float64Array.from(points, (point) => point.y);
  return { key, name: `Line ${key}`, x, y, samples };
}

/** The first begins with the cube; the second later, in coarser steps, and reaches below it and beyond its sides. */
const linesOn = (ground: WorldFromGrid): FenceLine[] => [
  lineThrough('one', ground, [[10, 20], [50, 60], [50, 140]], 121, { sampleIntervalUs: 2000, firstSampleMs: 0, count: 201, domain: 'time' }), // prettier-ignore
  lineThrough('two', ground, [[90, -40], [20, 170]], 161, { sampleIntervalUs: 4000, firstSampleMs: 100, count: 126, domain: 'time' }), // prettier-ignore
];

const amplitudeAt = (key: string, trace: number, value: number): number =>
  ((Math.floor(trace / BLOCK.traces) * 5 + Math.floor(value / BLOCK.value) * 3 + key.length) % 17) / 8.5 - 1;

function pictureOf({ key, x, samples }: FenceLine, requestId: number, decimation: Decimation): SlicePicture {
  const [rows, columns] = [Math.ceil(x.length / decimation.rows), Math.ceil(samples.count / decimation.columns)];
  const data = Float32Array.from({ length: rows * columns }, (_, at) => {
    const trace = Math.floor(at / columns) * decimation.rows;
    return amplitudeAt(key, trace, sampleValueAt(samples, (at % columns) * decimation.columns));
  });
  const plane = { orientation: 'traces', index: traceIndex(0), count: x.length, line: lineIndex(0) } as const;
  return {
    requestId,
    surveyId: SURVEY_ID,
    plane,
    decimation,
    view: compactView(data, rows, columns),
    traceStatus: null,
  };
}

const EXACT = { rows: 1, columns: 1 };

function open(ground: WorldFromGrid, hasCube: boolean, decimation: Decimation = EXACT) {
  const host = createCanvasHost(SIZE.width, SIZE.height);
  const told: string[] = [];
  const reports: DrawnReport[] = [];
  const scene = new SurveyScene(host.canvas, host.overlay, {
    onDrawn: (report) => reports.push(report),
    onMoveSlice: () => undefined,
    onHover: () => undefined,
    onActivate: () => undefined,
    onHoverFence: (pick) => pick !== null && told.push(`over ${pick.key}`),
    onActivateFence: (key) => told.push(`click ${key}`),
    onHoverPost: (index) => index !== null && told.push(`over post ${index}`),
    onActivatePost: (index) => told.push(`click post ${index}`),
  });
  scene.setTheme(SCENE_THEMES.dark);
  scene.setDisplay(DISPLAY);
  if (hasCube) scene.setSurvey(createSurvey(COUNTS, ground));
  scene.resize(SIZE.width, SIZE.height, 1);
  const lines = linesOn(ground);
  scene.setFences(lines, 'm');
  lines.forEach((line, at) => scene.setFencePicture(line.key, pictureOf(line, at + 1, decimation)));
  const close = () => {
    host.remove();
    scene.dispose();
  };
  return { scene, lines, told, reports, close };
}

type Opened = ReturnType<typeof open>;

/** Pixels in the middle of a block of a fence, against the colour of that block: by what the scene says is seen there. */
function compareColours({ scene }: Opened) {
  const { rgba, width } = scene.readPixels();
  const colours = colormapRgba(DISPLAY.colormap);
  const found: Record<string, { seen: number; wrong: number }> = {};
  for (let x = 2; x < SIZE.width; x += 3) {
    for (let y = 2; y < SIZE.height; y += 3) {
      const pick = scene.pick({ x: x + 0.5, y: y + 0.5 });
      if (pick?.kind !== 'fence') continue;
      const { key, trace, sampleValue } = pick.fence;
      const isInner = [trace / BLOCK.traces, sampleValue / BLOCK.value].every((at) => Math.abs((at % 1) - 0.5) < 0.3);
      if (!isInner) continue;
      const amplitude = Math.fround(amplitudeAt(key, trace, sampleValue));
      const from = colourIndexOf(amplitude, DISPLAY) * 4;
      const at = (y * width + x) * 4;
      const counted = (found[key] ??= { seen: 0, wrong: 0 });
      counted.seen += 1;
      if ([0, 1, 2].some((channel) => rgba[at + channel] !== colours[from + channel])) counted.wrong += 1;
    }
  }
  return found;
}

const harness = {
  colours(hasCube: boolean, decimation: Decimation = EXACT) {
    const opened = open(groundAt(0, 0), hasCube, decimation);
    const found = compareColours(opened);
    opened.close();
    return found;
  },

  /** With and without a cube: the same lines near the world's origin, and where UTM coordinates are large. */
  differingPixelsInUtm(hasCube: boolean): { differing: number; coloured: number } {
    const [near, far] = [groundAt(0, 0), groundAt(605_000, 9_873_000)].map((ground) => {
      const { scene, close } = open(ground, hasCube);
      const { rgba } = scene.readPixels();
      close();
      return rgba;
    });
    const background = [...near!.subarray(0, 4)];
    let [differing, coloured] = [0, 0];
    for (let at = 0; at < near!.length; at += 4) {
      const isSame = [0, 1, 2].every((channel) => near![at + channel] === far![at + channel]);
      if (!isSame) differing += 1;
      if ([0, 1, 2].some((channel) => near![at + channel] !== background[channel])) coloured += 1;
    }
    return { differing, coloured };
  },

  /** Every corner of all lines lies on the canvas. */
  cornersOutside(hasCube: boolean): number {
    const { scene, lines, close } = open(groundAt(0, 0), hasCube);
    const outside = lines.flatMap(({ key, x, samples }) =>
      [0, x.length - 1].flatMap((trace) =>
        [0, samples.count - 1].filter((sample) => {
          scene.setLineCursor({ key, trace, sampleValue: sampleValueAt(samples, sample) });
          const point = scene.cursorPoint;
          return point === null || point.x < 0 || point.y < 0 || point.x > SIZE.width || point.y > SIZE.height;
        }),
      ),
    );
    close();
    return outside.length;
  },

  /** Posts at traces of the first line; how their pixels look, and what is picked there. */
  posts() {
    const opened = open(groundAt(0, 0), true);
    const { scene, lines } = opened;
    const [line] = lines;
    const traces = [20, 60, 100];
    const posts = traces.map((trace) => ({
      name: `Crossing at ${trace}`,
      x: line!.x[trace]!,
      y: line!.y[trace]!,
      fromValue: 100,
      toValue: 400,
    }));
    const before = scene.readPixels().rgba;
    scene.setPosts(posts);
    const after = scene.readPixels().rgba;
    const { post } = SCENE_THEMES.dark;
    let [changed, inColour] = [0, 0];
    for (let at = 0; at < before.length; at += 4) {
      if ([0, 1, 2].every((channel) => before[at + channel] === after[at + channel])) continue;
      changed += 1;
      // Antialiased against what lies behind: nearer to the colour than it was.
      const away = (pixels: Uint8Array) =>
        [0, 1, 2].reduce((sum, channel) => sum + Math.abs(pixels[at + channel]! - post[channel]!), 0);
      if (away(after) < away(before)) inColour += 1;
    }
    const picked = traces.map((trace, index) => {
      scene.setLineCursor({ key: line!.key, trace, sampleValue: 250 });
      const point = scene.cursorPoint!;
      const pick = scene.pick(point);
      return { point, index, picked: pick?.kind === 'post' ? pick.post.index : null };
    });
    scene.setLineCursor(null);
    return { changed, inColour, picked };
  },

  /** A scene for the pointer. */
  openForPointer() {
    const opened = open(groundAt(0, 0), true);
    const place = (key: string, trace: number, sampleValue: number) => {
      opened.scene.setLineCursor({ key, trace, sampleValue });
      const point = opened.scene.cursorPoint;
      opened.scene.setLineCursor(null);
      return point;
    };
    return { ...opened, place };
  },

  /** What the GPU holds after lines came and went. */
  memory(): number[] {
    const opened = open(groundAt(0, 0), true);
    const held = Array.from({ length: 20 }, (_, k) => {
      const lines = linesOn(groundAt(0, 0)).slice(0, (k % 2) + 1);
      opened.scene.setFences([], 'm');
      opened.scene.readPixels();
      const empty = opened.scene.memory.textures + opened.scene.memory.geometries;
      opened.scene.setFences(lines, 'm');
      lines.forEach((line, at) => opened.scene.setFencePicture(line.key, pictureOf(line, 10 + at, EXACT)));
      opened.scene.readPixels();
      return empty;
    });
    opened.close();
    return held;
  },

  /** Milliseconds of a frame while the view turns, of so many lines (of three slices where there are none); each waited for. */
  async frameTimes(lineCount: number, traceCount: number, sampleCount: number, decimation: Decimation, frames: number) {
    const ground = groundAt(0, 0);
    const { scene, reports, close } = open(ground, true);
    const samples: SampleAxis = { sampleIntervalUs: 2000, firstSampleMs: 0, count: sampleCount, domain: 'time' };
    const lines = Array.from({ length: lineCount }, (_, k) => {
      const at = (k / Math.max(lineCount - 1, 1)) * 100;
      const ends: [number, number][] = k % 2 === 0 ? [[at, -10], [100 - at, 160]] : [[-10, 1.5 * at], [110, 150 - 1.5 * at]]; // prettier-ignore
      return lineThrough(`line ${k}`, ground, ends, traceCount, samples);
    });
    scene.setFences(lines, 'm');
    lines.forEach((line, at) => scene.setFencePicture(line.key, pictureOf(line, 100 + at, decimation)));
    if (lineCount === 0) {
      const shapes = { inline: [151, 201], crossline: [101, 201], sample: [101, 151] } as const;
      for (const [k, orientation] of (['inline', 'crossline', 'sample'] as const).entries()) {
        const picture = createPicture(k + 1, planeOf(orientation, 50), shapes[orientation], (row, column) => (row + column) / 400); // prettier-ignore
        scene.setSlice(picture, orientation);
      }
    }
    scene.setDisplay({ ...DISPLAY, interpolation: 'smooth' });
    const presets = ['default', 'north', 'east', 'south', 'west', 'top'] as const;
    const times: number[] = [];
    for (let frame = 0; frame < frames; frame += 1) {
      const before = reports.length;
      scene.lookFrom(presets[frame % presets.length]!);
      while (reports.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
      if (frame >= presets.length) times.push(reports.at(-1)!.drawMs);
    }
    close();
    return times;
  },
};

export type FencesHarness = typeof harness;
Object.assign(window, { harness });
