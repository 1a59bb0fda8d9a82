/** What the specs ask of the section scene, run in the page. */
import { COLORMAP_NAMES } from '../../shared/colour/colormaps.ts';
import { paintSlice, type Picture } from '../../shared/colour/paint-slice.ts';
import { pictureLayoutOf } from '../../shared/colour/picture-layout.ts';
import type { WorldFromGrid } from '../../shared/geometry/world-from-grid.ts';
import { compactView } from '../../shared/slices.ts';
import type { DisplaySettings } from '../../renderer/scene/display-settings.ts';
import type { PlaneOrientation } from '../../renderer/scene/scene-events.ts';
import { SCENE_THEMES } from '../../renderer/scene/scene-theme.ts';
import { SectionScene } from '../../renderer/scene/section-scene.ts';
import type { DrawnReport, SlicePicture } from '../../renderer/scene/slice-picture.ts';
import { createCanvasHost, createRandom } from './canvas-host.ts';
import { createPicture, createSurvey, planeOf, SURVEY_ID, type SurveyCounts } from './surveys.ts';

const THEME = SCENE_THEMES.light;
const PLAIN: DisplaySettings = { clip: 1, gain: 1, polarity: 1, colormap: 'seismic', interpolation: 'exact' };

function openSection(width: number, height: number, counts: SurveyCounts, worldFromGrid: WorldFromGrid | null = null) {
  const host = createCanvasHost(width, height);
  const reports: DrawnReport[] = [];
  const scene = new SectionScene(host.canvas, host.overlay, {
    onDrawn: (report) => reports.push(report),
    onViewChanged: () => undefined,
    onHover: () => undefined,
  });
  scene.setTheme(THEME);
  scene.setDisplay(PLAIN);
  scene.resize(width, height, 1);
  scene.setSurvey(createSurvey(counts, worldFromGrid));
  const close = () => {
    // As React does: the canvas leaves the page first, so that its context is given back too.
    host.remove();
    scene.dispose();
  };
  return { scene, reports, canvas: host.canvas, close };
}

/** Everything a file may hold: ordinary amplitudes, values on and beside the edges of colours, zeros, NaN, infinities. */
function wildAmplitude(random: () => number, clip: number): number {
  const kind = random();
  if (kind < 0.04) return NaN;
  if (kind < 0.06) return random() < 0.5 ? Infinity : -Infinity;
  if (kind < 0.08) return (random() - 0.5) * 6e38;
  if (kind < 0.12) return 0;
  if (kind < 0.4) return ((Math.floor(random() * 256) - 128) / 128) * clip;
  return (random() - 0.5) * 3 * clip;
}

/** How many pixels of a canvas differ from a picture whose pixels are `scale` times as large. */
function differingPixels(drawn: Picture, wanted: Picture, scale: number): number {
  let differing = 0;
  for (let y = 0; y < drawn.height; y += 1) {
    for (let x = 0; x < drawn.width; x += 1) {
      const at = (y * drawn.width + x) * 4;
      const from = (Math.floor(y / scale) * wanted.width + Math.floor(x / scale)) * 4;
      if ([0, 1, 2, 3].some((channel) => drawn.rgba[at + channel] !== wanted.rgba[from + channel])) differing += 1;
    }
  }
  return differing;
}

const DISPLAYS = [
  { clip: 1, gain: 1, polarity: 1 },
  { clip: 3.7, gain: 1.3, polarity: -1 },
  { clip: 12345, gain: 0.01, polarity: 1 },
  { clip: 0, gain: 1, polarity: 1 },
] as const;

const GROUNDS: readonly (WorldFromGrid | null)[] = [
  null,
  { originX: 5e5, originY: 6e6, inlineX: 20, inlineY: 15, crosslineX: 7.5, crosslineY: -10 },
  { originX: 5e5, originY: 6e6, inlineX: -3, inlineY: -25, crosslineX: -12, crosslineY: 2 },
];

const harness = {
  /** Draws random sections and maps and compares every pixel with the twin. */
  compareWithTwin(orientation: PlaneOrientation): { compared: number; differing: number } {
    const counts = { inlines: 31, crosslines: 47, samples: 53 };
    const shape = { inline: [47, 53], crossline: [31, 53], sample: [31, 47] }[orientation] as [number, number];
    const random = createRandom(7);
    const scale = 3;
    let compared = 0;
    let differing = 0;
    let requestId = 0;
    for (const ground of orientation === 'sample' ? GROUNDS : [null]) {
      const layout = pictureLayoutOf(orientation, ground);
      const [across, down] = layout.across === 'rows' ? shape : [shape[1], shape[0]];
      const { scene, close } = openSection(across * scale, down * scale, counts, ground);
      for (const display of DISPLAYS) {
        for (const colormap of COLORMAP_NAMES) {
          const statusCount = orientation === 'sample' ? shape[0] * shape[1] : shape[0];
          const status = Uint8Array.from({ length: statusCount }, () => Math.max(0, Math.floor(random() * 20) - 17));
          const traceStatus = colormap === 'grey' ? null : status;
          requestId += 1;
          const plane = planeOf(orientation, requestId % 20);
          const amplitudeAt = () => wildAmplitude(random, display.clip || 1);
          const picture = createPicture(requestId, plane, shape, amplitudeAt, traceStatus);
          scene.setDisplay({ ...display, colormap, interpolation: 'exact' });
          scene.setSlice(picture, orientation);
          const wanted = paintSlice(picture.view, traceStatus, layout, display, colormap, THEME.absent);
          const drawn = scene.readPixels();
          compared += drawn.width * drawn.height;
          differing += differingPixels(drawn, wanted, scale);
        }
      }
      close();
    }
    return { compared, differing };
  },

  /** In `smooth`, the middle of every cell has its sample's own colour, whatever lies beside it. */
  smoothCentres(): { wrong: number; between: number[] } {
    const shape = [16, 20] as const;
    const scale = 5;
    const { scene, close } = openSection(16 * scale, 20 * scale, { inlines: 1, crosslines: 16, samples: 20 });
    const random = createRandom(3);
    const amplitudeAt = (row: number, column: number): number =>
      (row * 7 + column * 3) % 11 === 0 ? NaN : row < 2 ? row * 0.5 : random() * 2 - 1;
    const picture = createPicture(1, planeOf('inline', 0), shape, amplitudeAt, null);
    scene.setDisplay({ ...PLAIN, colormap: 'grey', interpolation: 'smooth' });
    scene.setSlice(picture, 'inline');
    const { rgba, width } = scene.readPixels();
    const wanted = paintSlice(picture.view, null, pictureLayoutOf('inline', null), PLAIN, 'grey', THEME.absent);
    let wrong = 0;
    for (let row = 0; row < 16; row += 1)
      for (let column = 0; column < 20; column += 1) {
        const at = ((column * scale + 2) * width + row * scale + 2) * 4;
        if (rgba[at] !== wanted.rgba[(column * 16 + row) * 4]) wrong += 1;
      }
    // Sample 4 of traces 0 and 1 is 0 and 0.5: grey in fifths between their middles.
    const between = [2, 3, 4, 5, 6, 7].map((x) => rgba[((4 * scale + 2) * width + x) * 4]!);
    close();
    return { wrong, between };
  },

  /** Samples that alternate between -1 and 1, four of them to a pixel, and a dead trace: the distinct greys of each kind. */
  reducedGreys(): { live: number[]; dead: number[] } {
    const { scene, close } = openSection(40, 50, { inlines: 1, crosslines: 4, samples: 200 });
    const status = Uint8Array.of(0, 0, 1, 0);
    const picture = createPicture(1, planeOf('inline', 0), [4, 200], (_, column) => (column % 2) * 2 - 1, status);
    scene.setDisplay({ ...PLAIN, colormap: 'grey', interpolation: 'smooth' });
    scene.setSlice(picture, 'inline');
    const { rgba, width } = scene.readPixels();
    const live = new Set<number>();
    const dead = new Set<number>();
    for (let k = 0; k < rgba.length / 4; k += 1) {
      const isDead = Math.floor((k % width) / 10) === 2;
      (isDead ? dead : live).add(rgba[k * 4]!);
    }
    close();
    return { live: [...live], dead: [...dead] };
  },

  /**
   * Traces longer than any texture, enlarged around each seam that a texture of 8192 has, and elsewhere; every pixel
   * against the sample that `pick` names.
   */
  longTraces(sampleCount: number): { textures: number; compared: number; wrong: number } {
    const rows = 3;
    const { scene, close } = openSection(60, 400, { inlines: 1, crosslines: rows, samples: sampleCount });
    const random = createRandom(11);
    const data = Float32Array.from({ length: rows * sampleCount }, () => random() * 2 - 1);
    const picture: SlicePicture = {
      requestId: 1,
      surveyId: SURVEY_ID,
      plane: planeOf('inline', 0),
      decimation: { rows: 1, columns: 1 },
      view: compactView(data, rows, sampleCount),
      traceStatus: null,
    };
    scene.setSlice(picture, 'inline');
    const wanted = paintSlice(picture.view, null, pictureLayoutOf('inline', null), PLAIN, 'seismic', THEME.absent);
    let compared = 0;
    let wrong = 0;
    const seams = Array.from({ length: Math.ceil(sampleCount / 8190) }, (_, k) => k * 8190);
    for (const sample of [...seams, 12_345.6, sampleCount - 1]) {
      scene.resetView();
      scene.zoomBy((1.7 * sampleCount) / 400, { x: 31, y: (sample * 400) / sampleCount });
      const { rgba, width, height } = scene.readPixels();
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) {
          const pick = scene.pick(x + 0.5, y + 0.5);
          // On the border of two cells rounding decides; a pixel there proves nothing.
          if (pick === null || Math.abs(Math.abs(pick.column - pick.nearestColumn) - 0.5) < 0.02) continue;
          compared += 1;
          const from = (pick.nearestColumn * rows + pick.nearestRow) * 4;
          if (rgba[(y * width + x) * 4] !== wanted.rgba[from]) wrong += 1;
        }
    }
    const { textures } = scene.memory;
    close();
    return { textures, compared, wrong };
  },

  /** GPU objects: after each of many pictures of two shapes, after clearing, and after 50 scenes came and went. */
  memory(): { steady: number[]; cleared: number; disposed: number[] } {
    const counts = { inlines: 40, crosslines: 50, samples: 60 };
    const { scene, close } = openSection(100, 100, counts);
    const steady = Array.from({ length: 50 }, (_, k) => {
      const orientation = k % 2 === 0 ? 'inline' : 'crossline';
      const shape = k % 2 === 0 ? ([50, 60] as const) : ([40, 60] as const);
      scene.setSlice(
        createPicture(k + 1, planeOf(orientation, k % 40), shape, () => 0),
        orientation,
      );
      scene.readPixels();
      return scene.memory.textures + scene.memory.geometries;
    });
    scene.setSlice(null, 'crossline');
    scene.readPixels();
    const cleared = scene.memory.textures + scene.memory.geometries;
    close();
    const disposed = Array.from({ length: 50 }, () => {
      const opened = openSection(50, 50, counts);
      opened.scene.setSlice(
        createPicture(1, planeOf('inline', 0), [50, 60], () => 0),
        'inline',
      );
      opened.scene.readPixels();
      opened.close();
      return opened.scene.memory.textures + opened.scene.memory.geometries;
    });
    return { steady, cleared, disposed };
  },

  absentRed: THEME.absent[0],
  openSection,
  createPicture,
  planeOf,

  display: (change: Partial<DisplaySettings>): DisplaySettings => ({
    ...PLAIN,
    ...change,
  }),
};

export type SectionHarness = typeof harness;

Object.assign(window, { harness });
