/** What the specs and the benchmark ask of the base map, run in the page. */
import { randomWalks } from '../../electron/bench/crossings/random-walks.ts';
import type { MapLine } from '../../renderer/scene/map/map-content.ts';
import { MapScene } from '../../renderer/scene/map/map-scene.ts';
import { MAP_THEMES } from '../../renderer/scene/map/map-theme.ts';
import type { DrawnReport } from '../../renderer/scene/slice-picture.ts';
import { measureDetail } from '../../shared/geometry/detail/profile-detail.ts';
import { createCanvasHost } from './canvas-host.ts';

const SIZE = { width: 640, height: 600 };
const SEED = 20_261_125;
const GROUPS = 5;

/** A hand that draws the map round in a circle, CSS pixels a frame. */
const PAN_STEP = 9;
/** A wheel that is turned steadily, in and out again. */
const ZOOM_STEP = 1.03;
const ZOOM_FRAMES = 90;

function linesOf(count: number, traces: number, shift: { readonly x: number; readonly y: number }): MapLine[] {
  return randomWalks({ lines: count, traces }, SEED).map(({ x: eastings, y: northings }, line) => {
    // Whole centimetres, as headers have them: moved by whole kilometres they are as exact.
    const [x, y] = [eastings.map((v) => Math.round(64 * v) / 64 + shift.x), northings.map((v) => Math.round(64 * v) / 64 + shift.y)]; // prettier-ignore
    const detail = new Float32Array(traces);
    measureDetail(x, y, detail);
    return { key: `line-${line}`, name: `L-${line}`, group: line % GROUPS, x, y, detail };
  });
}

function openMap(lines: readonly MapLine[]) {
  const host = createCanvasHost(SIZE.width, SIZE.height);
  const reports: DrawnReport[] = [];
  const nothing = (): void => undefined;
  const scene = new MapScene(host.canvas, host.overlay, { onDrawn: (report) => reports.push(report), onHover: nothing, onClick: nothing, onOpen: nothing, onBox: nothing, onLetGo: nothing }); // prettier-ignore
  scene.setTheme(MAP_THEMES.light);
  scene.resize(SIZE.width, SIZE.height, 1);
  scene.setLines(lines);
  const close = (): void => {
    host.remove();
    scene.dispose();
  };
  return { scene, reports, overlay: host.overlay, canvas: host.canvas, close };
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Moves the map in every animation frame, and counts the pictures that came to the screen. */
async function picturesWhile(map: ReturnType<typeof openMap>, ms: number, move: (frame: number) => void) {
  for (let k = 0; k < 30; k += 1) await nextFrame();
  map.reports.length = 0;
  const startedAt = performance.now();
  let frames = 0;
  while (performance.now() - startedAt < ms) {
    move(frames);
    frames += 1;
    await nextFrame();
  }
  const elapsed = performance.now() - startedAt;
  const drawMs = map.reports.map((report) => report.drawMs).sort((a, b) => a - b);
  return { perSecond: (1000 * map.reports.length) / elapsed, drawMs: drawMs[drawMs.length >> 1] ?? null };
}

const harness = {
  /** The picture of lines near the world's origin, and of the same lines where coordinates are large. */
  differingPixelsFarAway(): { drawn: number; differing: number } {
    const [near, far] = [
      { x: 0, y: 0 },
      { x: 600_000, y: 9_000_000 },
    ].map((shift) => {
      const { scene, close } = openMap(linesOf(30, 500, shift));
      for (let k = 0; k < 12; k += 1) scene.zoomBy(1.5);
      const { rgba } = scene.readPixels();
      close();
      return rgba;
    });
    let [drawn, differing] = [0, 0];
    for (let k = 0; k < near!.length; k += 4) {
      if (near![k] !== 255) drawn += 1;
      if (near![k] !== far![k] || near![k + 1] !== far![k + 1] || near![k + 2] !== far![k + 2]) differing += 1;
    }
    return { drawn, differing };
  },

  memory(): { steady: number[]; disposed: number[] } {
    const lines = linesOf(20, 200, { x: 0, y: 0 });
    const map = openMap(lines);
    const held = (): number => map.scene.memory.geometries + map.scene.memory.textures;
    map.scene.readPixels();
    const steady = Array.from({ length: 50 }, (_, k) => {
      map.scene.setLines(lines.slice(0, 1 + (k % lines.length)));
      map.scene.setCrossings({
        x: Float64Array.from({ length: k }, Math.random),
        y: new Float64Array(k),
        grades: null,
        overlaps: [],
      });
      map.scene.zoomBy(k % 2 === 0 ? 3 : 1 / 3);
      map.scene.readPixels();
      return held();
    });
    map.close();
    const disposed = Array.from({ length: 20 }, () => {
      const opened = openMap(lines);
      opened.scene.readPixels();
      opened.close();
      return opened.scene.memory.geometries + opened.scene.memory.textures;
    });
    return { steady, disposed };
  },

  /** Pictures a second of a map that is panned, and of one that is zoomed; ms to draw one. */
  async speed(lineCount: number, traces: number, ms: number) {
    const lines = linesOf(lineCount, traces, { x: 600_000, y: 6_700_000 });
    const startedAt = performance.now();
    const map = openMap(lines);
    map.scene.readPixels();
    const firstMs = performance.now() - startedAt;
    map.scene.zoomBy(1.3);
    const pan = await picturesWhile(map, ms, (frame) => {
      const angle = frame / 20;
      drag(map.canvas, PAN_STEP * Math.cos(angle), PAN_STEP * Math.sin(angle));
    });
    const zoom = await picturesWhile(map, ms, (frame) =>
      map.scene.zoomBy(frame % (2 * ZOOM_FRAMES) < ZOOM_FRAMES ? ZOOM_STEP : 1 / ZOOM_STEP),
    );
    map.close();
    return { firstMs, pan, zoom };
  },
};

/** As the pointer does it. */
function drag(canvas: HTMLCanvasElement, dx: number, dy: number): void {
  const { left, top } = canvas.getBoundingClientRect();
  const [x, y] = [left + SIZE.width / 2, top + SIZE.height / 2];
  const event = (name: string, clientX: number, clientY: number): void =>
    void canvas.dispatchEvent(new PointerEvent(name, { clientX, clientY, button: 0, pointerId: 1, bubbles: true }));
  event('pointerdown', x, y);
  event('pointermove', x + dx, y + dy);
  event('pointerup', x + dx, y + dy);
}

export type MapHarness = typeof harness;

Object.assign(window, { harness });
