/** The split section: two lines butted together where they cross, on one axis of time or depth. */
import { Camera, Scene, type WebGLRenderer } from 'three';
import * as canvasRenderer from '../canvas-renderer.ts';
import type { DisplaySettings } from '../display-settings.ts';
import { FrameLoop, type FrameContents } from '../frame-loop.ts';
import type { SceneEvents, SectionPick } from '../scene-events.ts';
import type { SceneTheme } from '../scene-theme.ts';
import { SectionCamera } from '../section-camera.ts';
import { SectionNavigation } from '../section-navigation.ts';
import { pictureFromCanvas, sectionFromPicture, type PointOnCanvas, type SectionView } from '../section-view.ts';
import type { SectionAspect } from '../section-zoom.ts';
import type { SlicePicture } from '../slice-picture.ts';
import { Uploads } from '../uploads.ts';
import { partArea, partView, seamX, splitExtent, type SplitGeometry, type SplitSide } from './split-geometry.ts';
import { SplitPartLayer } from './split-part.ts';

export interface SplitPick extends SectionPick {
  readonly side: SplitSide;
}

export interface SplitSceneEvents extends SceneEvents {
  /** Pan, zoom, size or lines changed: axes, seam and bounding traces follow. */
  onViewChanged(view: SectionView): void;
  /** Null where the pointer has left both pictures. */
  onHover(pick: SplitPick | null): void;
}

export const SPLIT_SIDES: readonly SplitSide[] = ['left', 'right'];

export class SplitScene {
  readonly #renderer: WebGLRenderer;
  readonly #events: SplitSceneEvents;
  readonly #loop: FrameLoop;
  readonly #navigation: SectionNavigation;
  readonly #camera: SectionCamera;
  readonly #parts: Readonly<Record<SplitSide, SplitPartLayer>>;
  readonly #uploads: Uploads;
  readonly #scene = new Scene();
  /** Vertices come in clip space: this one does nothing. */
  readonly #clipSpace = new Camera();
  #geometry: SplitGeometry | null = null;
  #pixelRatio = 1;

  constructor(canvas: HTMLCanvasElement, events: SplitSceneEvents) {
    this.#events = events;
    this.#renderer = canvasRenderer.createCanvasRenderer(canvas, { antialias: false, depth: false });
    const gl = canvasRenderer.contextOf(this.#renderer);
    this.#uploads = new Uploads(gl);
    this.#parts = { left: new SplitPartLayer(this.#renderer), right: new SplitPartLayer(this.#renderer) };
    for (const side of SPLIT_SIDES) this.#scene.add(this.#parts[side].group);
    this.#camera = new SectionCamera((view) => {
      events.onViewChanged(view);
      this.#loop.invalidate();
    });
    this.#loop = new FrameLoop(canvas, gl, () => this.#draw(), (report) => events.onDrawn(report)); // prettier-ignore
    this.#navigation = new SectionNavigation(canvas, {
      panBy: (dx, dy) => this.#camera.panBy(dx, dy),
      zoomAt: (anchor, factor) => this.#camera.zoomAt(anchor, factor),
      resetView: () => this.#camera.reset(),
      hover: (point) => events.onHover(point === null ? null : this.pick(point)),
    });
  }

  /** Objects that the GPU holds for this scene, as three counts them. */
  get memory(): { readonly geometries: number; readonly textures: number } {
    return this.#renderer.info.memory;
  }

  /** Other lines, or other parts of them; their pictures come after. Null shows nothing. */
  setGeometry(geometry: SplitGeometry | null): void {
    this.#geometry = geometry;
    for (const side of SPLIT_SIDES) this.#parts[side].setPicture(null);
    if (geometry !== null) {
      this.#camera.setExtent(splitExtent(geometry));
      // Lines of the same size may lie otherwise.
      if (this.#camera.view !== null) this.#events.onViewChanged(this.#camera.view);
    }
    this.#loop.invalidate();
  }

  /** Of the part's traces. One that is older than the one shown is left out. */
  setPicture(side: SplitSide, picture: SlicePicture): void {
    const part = this.#parts[side];
    if (this.#geometry === null || (part.picture?.requestId ?? 0) >= picture.requestId) return;
    part.setPicture(picture);
    this.#loop.drawSoon();
  }

  setDisplay(side: SplitSide, settings: DisplaySettings): void {
    this.#parts[side].setDisplay(settings);
    this.#loop.invalidate();
  }

  setTheme(theme: SceneTheme): void {
    this.#renderer.setClearColor(canvasRenderer.screenColour(theme.background));
    for (const side of SPLIT_SIDES) this.#parts[side].setTheme(theme);
    this.#loop.invalidate();
  }

  /** `true` shows equal distances on the ground as equal lengths (1 ms as 1 m). */
  setAspect(aspect: SectionAspect): void {
    this.#camera.setAspect(aspect);
  }

  /** CSS pixels. Draws at once, since a canvas that changes its size loses its picture. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.#pixelRatio = pixelRatio;
    this.#renderer.setPixelRatio(pixelRatio);
    this.#renderer.setSize(width, height, false);
    this.#camera.resize(width, height);
    this.#loop.drawNow();
  }

  resetView(): void {
    this.#camera.reset();
  }

  /** Around the seam, so that it stays where it is. Factors above 1 enlarge. */
  zoomBy(factor: number): void {
    const view = this.#camera.view;
    if (view === null || this.#geometry === null) return;
    const seam = Math.min(Math.max(seamX(view, this.#geometry), 0), view.canvasWidth);
    this.#camera.zoomAt({ x: seam, y: view.canvasHeight / 2 }, { across: factor, down: factor });
  }

  /** What lies under a point of the canvas in CSS pixels; null beside the sections. */
  pick(point: PointOnCanvas): SplitPick | null {
    const view = this.#camera.view;
    if (view === null || this.#geometry === null) return null;
    const side = point.x < seamX(view, this.#geometry) ? 'left' : 'right';
    if (this.#parts[side].picture === null) return null;
    const own = partView(view, this.#geometry, side);
    const inPicture = pictureFromCanvas(own, point);
    const across = Math.round(inPicture.across);
    const down = Math.round(inPicture.down);
    if (across < 0 || across >= own.size.across || down < 0 || down >= own.size.down) return null;
    const cell = sectionFromPicture(own, { across, down });
    return { side, ...sectionFromPicture(own, inPicture), nearestRow: cell.row, nearestColumn: cell.column };
  }

  /** Draws and reads the canvas: for snapshots and tests. */
  readPixels(): canvasRenderer.Pixels {
    this.#loop.drawNow();
    return canvasRenderer.readDrawnPixels(canvasRenderer.contextOf(this.#renderer));
  }

  dispose(): void {
    this.#navigation.dispose();
    this.#loop.dispose();
    for (const side of SPLIT_SIDES) this.#parts[side].dispose();
    canvasRenderer.disposeRenderer(this.#renderer);
  }

  #draw(): FrameContents {
    const view = this.#camera.view;
    const geometry = this.#geometry;
    if (view !== null && geometry !== null) {
      for (const side of SPLIT_SIDES) {
        const area = partArea(view, geometry, side);
        this.#parts[side].place(partView(view, geometry, side), area, this.#pixelRatio, this.#uploads);
      }
    }
    this.#renderer.render(this.#scene, this.#clipSpace);
    return this.#uploads.take();
  }
}
