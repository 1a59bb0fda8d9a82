/** What the specs ask of the 3D scene, run in the page. */
import { colormapRgba } from '../../shared/colour/colormaps.ts';
import { colourIndexOf } from '../../shared/colour/display.ts';
import type { WorldFromGrid } from '../../shared/geometry/world-from-grid.ts';
import type { DisplaySettings } from '../../renderer/scene/display-settings.ts';
import type { PlaneOrientation } from '../../renderer/scene/scene-events.ts';
import { SCENE_THEMES } from '../../renderer/scene/scene-theme.ts';
import type { DrawnReport, SlicePicture } from '../../renderer/scene/slice-picture.ts';
import { SurveyScene } from '../../renderer/scene/survey-scene.ts';
import { createCanvasHost } from './canvas-host.ts';
import { createPicture, createSurvey, planeOf } from './surveys.ts';

const DISPLAY: DisplaySettings = { clip: 1, gain: 1, polarity: 1, colormap: 'viridis', interpolation: 'exact' };
const COUNTS = { inlines: 101, crosslines: 151, samples: 201 };
const SIZE = { width: 800, height: 600 };
const ORIENTATIONS: readonly PlaneOrientation[] = ['inline', 'crossline', 'sample'];
const MIDDLE = { inline: 50, crossline: 75, sample: 100 };

/** Bins of 25 x 12.5 m, turned by 31 degrees. */
function turnedGround(originX: number, originY: number): WorldFromGrid {
  const angle = (31 * Math.PI) / 180;
  return {
    originX,
    originY,
    inlineX: -25 * Math.sin(angle),
    inlineY: 25 * Math.cos(angle),
    crosslineX: 12.5 * Math.cos(angle),
    crosslineY: 12.5 * Math.sin(angle),
  };
}

function openSurvey(worldFromGrid: WorldFromGrid | null = turnedGround(0, 0)) {
  const host = createCanvasHost(SIZE.width, SIZE.height);
  const reports: DrawnReport[] = [];
  const moves: { orientation: PlaneOrientation; index: number }[] = [];
  const activated: PlaneOrientation[] = [];
  const scene = new SurveyScene(host.canvas, host.overlay, {
    onDrawn: (report) => reports.push(report),
    onMoveSlice: (orientation, index) => moves.push({ orientation, index }),
    onHover: () => undefined,
    onHoverFence: () => undefined,
    onActivateFence: () => undefined,
    onHoverPost: () => undefined,
    onActivatePost: () => undefined,
    onActivate: (orientation) => activated.push(orientation),
  });
  scene.setTheme(SCENE_THEMES.dark);
  scene.setDisplay(DISPLAY);
  scene.setSurvey(createSurvey(COUNTS, worldFromGrid));
  scene.resize(SIZE.width, SIZE.height, 1);
  const close = () => {
    host.remove();
    scene.dispose();
  };
  return { scene, reports, moves, activated, overlay: host.overlay, close };
}

/** Blocks of 25 x 25 cells of one amplitude each, so that a pixel more or less beside a middle does not matter. */
const blockAmplitude = (row: number, column: number): number =>
  ((Math.floor(row / 25) * 5 + Math.floor(column / 25) * 3) % 17) / 8.5 - 1;

function middlePicture(requestId: number, orientation: PlaneOrientation): SlicePicture {
  const shape = { inline: [151, 201], crossline: [101, 201], sample: [101, 151] }[orientation] as [number, number];
  return createPicture(requestId, planeOf(orientation, MIDDLE[orientation]), shape, blockAmplitude);
}

/** Places the middle of a block in each plane that no other plane hides in the default view: found by `pick`. */
function visiblePlaces(scene: SurveyScene) {
  const places = [];
  for (let x = 5; x < SIZE.width; x += 3) {
    for (let y = 5; y < SIZE.height; y += 3) {
      const pick = scene.pick({ x: x + 0.5, y: y + 0.5 });
      if (pick?.kind !== 'plane') continue;
      const { orientation, position } = pick.plane;
      const [row, column] = {
        inline: [position.crossline, position.sample],
        crossline: [position.inline, position.sample],
        sample: [position.inline, position.crossline],
      }[orientation] as [number, number];
      const isInner = [row, column].every((at) => Math.abs(((at + 0.5) % 25) - 12.5) < 8);
      if (isInner) places.push({ x, y, orientation, amplitude: blockAmplitude(Math.round(row), Math.round(column)) });
    }
  }
  return places;
}

const harness = {
  /** Compares pixels of all three planes with the colours that their samples have. */
  planeColours(): Record<PlaneOrientation, { seen: number; wrong: number }> {
    const { scene, close } = openSurvey();
    for (const [k, orientation] of ORIENTATIONS.entries())
      scene.setSlice(middlePicture(k + 1, orientation), orientation);
    const { rgba, width } = scene.readPixels();
    const colours = colormapRgba(DISPLAY.colormap);
    const found = { inline: { seen: 0, wrong: 0 }, crossline: { seen: 0, wrong: 0 }, sample: { seen: 0, wrong: 0 } };
    for (const { x, y, orientation, amplitude } of visiblePlaces(scene)) {
      const from = colourIndexOf(Math.fround(amplitude), DISPLAY) * 4;
      const at = (y * width + x) * 4;
      found[orientation].seen += 1;
      if ([0, 1, 2].some((channel) => rgba[at + channel] !== colours[from + channel])) found[orientation].wrong += 1;
    }
    close();
    return found;
  },

  /** The picture of a survey at the world's origin, and of the same survey where UTM coordinates are large. */
  differingPixelsInUtm(): number {
    const [near, far] = [turnedGround(0, 0), turnedGround(605_381.83, 9_873_556.37)].map((ground) => {
      const { scene, close } = openSurvey(ground);
      for (const [k, name] of ORIENTATIONS.entries()) scene.setSlice(middlePicture(k + 1, name), name);
      const { rgba } = scene.readPixels();
      close();
      return rgba;
    });
    let differing = 0;
    for (let k = 0; k < near!.length; k += 1) if (near![k] !== far![k]) differing += 1;
    return differing;
  },

  memory(): { steady: number[]; cleared: number; disposed: number[] } {
    const { scene, close } = openSurvey();
    const held = () => scene.memory.textures + scene.memory.geometries;
    for (const [k, name] of ORIENTATIONS.entries()) scene.setSlice(middlePicture(k + 1, name), name);
    const steady = Array.from({ length: 50 }, (_, k) => {
      const orientation = ORIENTATIONS[k % 3]!;
      scene.setSlice(middlePicture(k + 10, orientation), orientation);
      scene.readPixels();
      return held();
    });
    for (const orientation of ORIENTATIONS) scene.setSlice(null, orientation);
    scene.readPixels();
    const cleared = held();
    close();
    const disposed = Array.from({ length: 50 }, () => {
      const opened = openSurvey();
      opened.scene.setSlice(middlePicture(1, 'inline'), 'inline');
      opened.scene.readPixels();
      opened.close();
      return opened.scene.memory.textures + opened.scene.memory.geometries;
    });
    return { steady, cleared, disposed };
  },

  /** A scene with one plane, for the pointer. */
  openWith(orientation: PlaneOrientation) {
    const opened = openSurvey();
    opened.scene.setSlice(middlePicture(1, orientation), orientation);
    return opened;
  },

  MIDDLE,
};

export type SurveyHarness = typeof harness;

Object.assign(window, { harness });
