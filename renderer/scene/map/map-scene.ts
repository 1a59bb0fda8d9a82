/** The base map: lines, cubes and crossings as seen from above, north upwards. Draws when something changed, and only then. */
import { Camera, Scene, type WebGLRenderer } from 'three';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import * as canvasRenderer from '../canvas-renderer.ts';
import { FrameLoop, type FrameContents } from '../frame-loop.ts';
import type { PointOnCanvas } from '../section-view.ts';
import type { DrawnReport } from '../slice-picture.ts';
import { linesInBox } from './lines-in-box.ts';
import { LineNames } from './line-names.ts';
import { MapCamera } from './map-camera.ts';
import type { MapCrossings, MapCube, MapEmphasis, MapLine, MapPath, MapPick } from './map-content.ts';
import { MapLayers } from './map-layers.ts';
import { MapNavigation } from './map-navigation.ts';
import { MapOverlay } from './map-overlay.ts';
import type { MapTheme } from './map-theme.ts';
import { mapTicks, scaleBar, type MapUnit } from './map-ticks.ts';
import { canvasFromWorld, worldFromCanvas, type MapView } from './map-view.ts';

export interface MapSceneEvents {
  onDrawn(report: DrawnReport): void;
  /** Null where the pointer has left the map. */
  onHover(at: PointInWorld | null, pick: MapPick | null): void;
  /** @param isAdding a key was held that adds to what is chosen */
  onClick(at: PointInWorld, pick: MapPick | null, isAdding: boolean): void;
  /** A double click, or Enter: then both are null, and what is looked at is meant. */
  onOpen(at: PointInWorld | null, pick: MapPick | null): void;
  onBox(lines: readonly MapLine[], isAdding: boolean): void;
  /** Escape. */
  onLetGo(): void;
}

/** A map that has not moved for so long rests. */
const REST_MS = 140;
/** A frame that takes longer than this is drawn with less while the map moves: 30 pictures a second are 33 ms. */
const SLOW_MS = 20;

export class MapScene {
  readonly #canvas: HTMLCanvasElement;
  readonly #renderer: WebGLRenderer;
  readonly #events: MapSceneEvents;
  readonly #loop: FrameLoop;
  readonly #camera = new MapCamera(() => this.#onMoved());
  readonly #navigation: MapNavigation;
  readonly #overlay: MapOverlay;
  readonly #layers = new MapLayers();
  readonly #names = new LineNames();
  readonly #scene = new Scene();
  /** Vertices come in clip space: this one does nothing. */
  readonly #clipSpace = new Camera();
  #unit: MapUnit = 'metres';
  #pixelRatio = 1;
  #cursor: PointInWorld | null = null;
  #restTimeout: ReturnType<typeof setTimeout> | null = null;
  /** The last whole frame took too long to be drawn while the map moves. */
  #isSlow = false;
  #areNamesStale = true;
  /** The map has moved since the last picture that came to the screen. */
  #isMoveUnseen = false;

  /** `overlay` covers the canvas exactly and lets the pointer through; names, coordinates and the cursor lie in it. */
  constructor(canvas: HTMLCanvasElement, overlay: HTMLElement, events: MapSceneEvents) {
    this.#canvas = canvas;
    this.#events = events;
    this.#renderer = canvasRenderer.createCanvasRenderer(canvas, { antialias: false, depth: false });
    this.#scene.add(this.#layers.group);
    this.#overlay = new MapOverlay(overlay);
    const gl = canvasRenderer.contextOf(this.#renderer);
    this.#loop = new FrameLoop(canvas, gl, () => this.#draw(), (report) => this.#onDrawn(report)); // prettier-ignore
    this.#navigation = new MapNavigation(canvas, {
      panBy: (dx, dy) => this.#camera.panBy(dx, dy),
      zoomAt: (anchor, factor) => this.#camera.zoomAt(anchor, factor),
      showAll: () => this.showAll(),
      hover: (point) => this.#hover(point),
      click: (point, isAdding) => this.#at(point, (at, pick) => this.#events.onClick(at, pick, isAdding)),
      open: (point) => {
        if (point === null) this.#events.onOpen(null, null);
        else this.#at(point, (at, pick) => this.#events.onOpen(at, pick));
      },
      drawBox: (box) => this.#overlay.drawBox(box),
      takeBox: (box, isAdding) => {
        const { view } = this.#camera;
        if (view !== null) this.#events.onBox(linesInBox(this.#layers, view, box), isAdding);
      },
      letGo: () => this.#events.onLetGo(),
    });
  }

  /** Null where there is nothing to be seen. */
  get view(): MapView | null {
    return this.#camera.view;
  }

  /** Objects that the GPU holds for this scene, as three counts them. */
  get memory(): { readonly geometries: number; readonly textures: number } {
    return this.#renderer.info.memory;
  }

  setLines(lines: readonly MapLine[]): void {
    this.#layers.setLines(lines);
    this.#camera.setExtent(this.#layers.extent);
    this.#changed();
  }

  setCubes(cubes: readonly MapCube[]): void {
    this.#layers.setCubes(cubes);
    this.#camera.setExtent(this.#layers.extent);
    this.#changed();
  }

  /** Where the planes of the cube that is looked at are. */
  setPlanes(paths: readonly MapPath[]): void {
    this.#layers.setPlanes(paths);
    this.#invalidate();
  }

  setCrossings(crossings: MapCrossings | null): void {
    this.#layers.setCrossings(crossings);
    this.#invalidate();
  }

  setEmphasis(emphasis: MapEmphasis): void {
    this.#layers.setEmphasis(emphasis);
    this.#changed();
  }

  setUnit(unit: MapUnit): void {
    this.#unit = unit;
    this.#invalidate();
  }

  setTheme(theme: MapTheme): void {
    this.#renderer.setClearColor(canvasRenderer.screenColour(theme.background));
    this.#layers.setTheme(theme);
    this.#overlay.setTheme(theme);
    this.#changed();
  }

  /** The linked cursor; null hides it. Draws nothing again. */
  setCursor(at: PointInWorld | null): void {
    this.#cursor = at;
    this.#placeCursor();
  }

  /** A drag draws a box without Shift. */
  setBoxTool(isOn: boolean): void {
    this.#navigation.setBoxTool(isOn);
  }

  /** CSS pixels. Draws at once, since a canvas that changes its size loses its picture. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.#pixelRatio = pixelRatio;
    this.#renderer.setPixelRatio(pixelRatio);
    this.#renderer.setSize(width, height, false);
    this.#camera.resize(width, height);
    this.#areNamesStale = true;
    this.#loop.drawNow();
  }

  showAll(): void {
    this.#camera.showAll();
  }

  /** Zooms to lines and cubes by their keys; to all where none of them is there. */
  show(keys: ReadonlySet<string>): void {
    const extent = this.#layers.extentOf(keys);
    if (extent === null) this.showAll();
    else this.#camera.show(extent);
  }

  /** Factors above 1 enlarge. */
  zoomBy(factor: number): void {
    this.#camera.zoomAt(null, factor);
  }

  /** What lies under a point of the canvas in CSS pixels. */
  pick(x: number, y: number): MapPick | null {
    const { view } = this.#camera;
    return view === null ? null : this.#layers.pick(view, { x, y });
  }

  /** Where a place lies on the canvas in CSS pixels; null where there is nothing to be seen. */
  canvasPoint(at: PointInWorld): PointOnCanvas | null {
    const { view } = this.#camera;
    return view === null ? null : canvasFromWorld(view, at);
  }

  /** Draws and reads the canvas: for snapshots and tests. */
  readPixels(): canvasRenderer.Pixels {
    this.#loop.drawNow();
    return canvasRenderer.readDrawnPixels(canvasRenderer.contextOf(this.#renderer));
  }

  dispose(): void {
    if (this.#restTimeout !== null) clearTimeout(this.#restTimeout);
    this.#navigation.dispose();
    this.#loop.dispose();
    this.#overlay.dispose();
    this.#layers.dispose();
    canvasRenderer.disposeRenderer(this.#renderer);
  }

  /** A canvas in a dock behind another one is out of the page: it draws once it is back, when it gets its size. */
  #invalidate(): void {
    if (this.#canvas.isConnected) this.#loop.invalidate();
  }

  /** Names may have to stand elsewhere. */
  #changed(): void {
    this.#areNamesStale = true;
    this.#invalidate();
  }

  #onMoved(): void {
    this.#isMoveUnseen = true;
    this.#awaitRest();
    this.#placeCursor();
    this.#invalidate();
  }

  #awaitRest(): void {
    if (this.#restTimeout !== null) clearTimeout(this.#restTimeout);
    this.#restTimeout = setTimeout(() => {
      // A busy machine is no hand that rests.
      if (this.#isMoveUnseen && this.#canvas.isConnected) {
        this.#awaitRest();
        return;
      }
      this.#restTimeout = null;
      this.#changed();
    }, REST_MS);
  }

  #placeCursor(): void {
    this.#overlay.placeRing(this.#cursor === null ? null : this.canvasPoint(this.#cursor));
  }

  #at(point: PointOnCanvas, tell: (at: PointInWorld, pick: MapPick | null) => void): void {
    const { view } = this.#camera;
    if (view !== null) tell(worldFromCanvas(view, point), this.#layers.pick(view, point));
  }

  #hover(point: PointOnCanvas | null): void {
    const pick = point === null ? null : this.pick(point.x, point.y);
    this.#canvas.style.cursor = pick === null ? '' : 'pointer';
    const { view } = this.#camera;
    this.#events.onHover(point === null || view === null ? null : worldFromCanvas(view, point), pick);
  }

  #onDrawn(report: DrawnReport): void {
    this.#isMoveUnseen = false;
    if (this.#restTimeout === null) this.#isSlow = report.drawMs > SLOW_MS;
    this.#events.onDrawn(report);
  }

  #draw(): FrameContents {
    const { view } = this.#camera;
    this.#layers.group.visible = view !== null;
    if (view !== null) {
      const ticks = mapTicks(view);
      const isMoving = this.#restTimeout !== null;
      this.#layers.update(view, ticks, this.#pixelRatio, isMoving && this.#isSlow);
      this.#overlay.drawFrame({ ticks, bar: scaleBar(view, this.#unit), width: view.width, height: view.height });
      if (this.#areNamesStale && !isMoving) this.#placeNames(view);
      this.#carryNames(view);
    } else {
      this.#overlay.drawFrame(null);
      this.#overlay.placeNames([], []);
    }
    this.#renderer.render(this.#scene, this.#clipSpace);
    return { requestIds: [], uploadMs: 0 };
  }

  /** Panned, all names move by one transform; zoomed, each stands elsewhere, which a slow machine leaves until the map rests. */
  #carryNames(view: MapView): void {
    const { placedIn } = this.#names;
    const isPanned = placedIn?.unitsPerPixel === view.unitsPerPixel;
    if (placedIn !== null && isPanned) this.#overlay.shiftNames(canvasFromWorld(view, placedIn.centre), view);
    else this.#overlay.hideNames();
  }

  #placeNames(view: MapView): void {
    this.#areNamesStale = false;
    const { lines, cubes, emphasis, theme, lineStrokes } = this.#layers;
    const { measure, taken } = this.#overlay;
    this.#names.place(view, lines, emphasis, theme, lineStrokes, cubes, measure, taken);
    this.#overlay.placeNames(this.#names.labels, this.#names.colours);
  }
}
