/** The section view: one slice, seen straight on. Draws only what changed, and only then. */
import { Camera, Scene, type WebGLRenderer } from 'three';
import { pictureLayoutOf } from '../../shared/colour/picture-layout.ts';
import type { PlaneKind } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import * as canvasRenderer from './canvas-renderer.ts';
import { CrosshairLayer } from './crosshair-layer.ts';
import type { DisplaySettings } from './display-settings.ts';
import { DisplayUniforms } from './display-uniforms.ts';
import { FrameLoop, type FrameContents } from './frame-loop.ts';
import { mayReplace } from './picture-order.ts';
import type { SectionPick, SectionSceneEvents } from './scene-events.ts';
import type { SceneTheme } from './scene-theme.ts';
import { SectionCamera, type LedView } from './section-camera.ts';
import { cellAspectOf, sectionSize } from './section-extent.ts';
import { SectionNavigation } from './section-navigation.ts';
import { SectionTiles } from './section-tiles.ts';
import {
  canvasFromPicture,
  pictureFromCanvas,
  pictureFromSection,
  sectionFromPicture,
  type PointOnCanvas,
  type SectionView,
} from './section-view.ts';
import type { SectionAspect } from './section-zoom.ts';
import type { SlicePicture } from './slice-picture.ts';
import { SliceTexture } from './slice-texture.ts';
import { pointInSection, type SectionPoint, type SurveyPosition } from './survey-position.ts';
import { Uploads } from './uploads.ts';

/** From this many device pixels per sample both ways, samples are shown as they are, also where `smooth` is chosen. */
const EXACT_FROM_PIXELS = 16;

export class SectionScene {
  readonly #renderer: WebGLRenderer;
  readonly #events: SectionSceneEvents;
  readonly #loop: FrameLoop;
  readonly #navigation: SectionNavigation;
  readonly #crosshair: CrosshairLayer;
  readonly #camera: SectionCamera;
  readonly #display = new DisplayUniforms();
  readonly #texture: SliceTexture;
  readonly #tiles = new SectionTiles(this.#display);
  readonly #uploads: Uploads;
  readonly #scene = new Scene();
  /** Vertices come in clip space: this one does nothing. */
  readonly #clipSpace = new Camera();
  #survey: SurveyInfo | null = null;
  #picture: SlicePicture | null = null;
  /** The texture holds an earlier picture than `#picture`. */
  #isStale = false;
  #isSmoothChosen = false;
  #pixelRatio = 1;
  #crosshairPosition: SurveyPosition | null = null;
  #crosshairPoint: SectionPoint | null = null;

  /** `overlay` covers the canvas exactly and lets the pointer through; the crosshair lies in it. */
  constructor(canvas: HTMLCanvasElement, overlay: HTMLElement, events: SectionSceneEvents) {
    this.#events = events;
    this.#renderer = canvasRenderer.createCanvasRenderer(canvas, { antialias: false, depth: false });
    const gl = canvasRenderer.contextOf(this.#renderer);
    this.#texture = new SliceTexture(this.#renderer);
    this.#uploads = new Uploads(gl);
    this.#scene.add(this.#tiles.group);
    this.#camera = new SectionCamera((view) => this.#onViewChanged(view));
    this.#crosshair = new CrosshairLayer(overlay);
    this.#loop = new FrameLoop(canvas, gl, () => this.#draw(), (report) => this.#events.onDrawn(report)); // prettier-ignore
    this.#navigation = new SectionNavigation(canvas, {
      ...(this.#events.steering ?? {
        panBy: (dx, dy) => this.#camera.panBy(dx, dy),
        zoomAt: (anchor, factor) => this.#camera.zoomAt(anchor, factor),
        resetView: () => this.#camera.reset(),
      }),
      hover: (point) => this.#events.onHover(point === null ? null : this.pick(point.x, point.y)),
    });
  }

  /** Null before the first picture. */
  get view(): SectionView | null {
    return this.#camera.view;
  }

  /** Objects that the GPU holds for this scene, as three counts them. */
  get memory(): { readonly geometries: number; readonly textures: number } {
    return this.#renderer.info.memory;
  }

  setSurvey(survey: SurveyInfo | null): void {
    if (survey === null || survey.id !== this.#survey?.id) this.#clear();
    this.#survey = survey;
    if (this.#picture !== null) this.#setExtent(this.#picture);
    this.#loop.invalidate();
  }

  /**
   * Shows a picture of the survey, or none. A picture that is older than the one shown is left out (see `mayReplace`).
   * Null clears the view only where it shows that orientation.
   */
  setSlice(picture: SlicePicture | null, orientation: PlaneKind): void {
    if (picture === null) {
      if (this.#picture?.plane.orientation === orientation) this.#clear();
      this.#loop.invalidate();
    } else if (picture.surveyId === this.#survey?.id && mayReplace(this.#picture, picture)) {
      this.#picture = picture;
      this.#isStale = true;
      this.#setExtent(picture);
      this.#placeCrosshair();
      this.#loop.drawSoon();
    }
  }

  setDisplay(settings: DisplaySettings): void {
    this.#display.setDisplay(settings);
    this.#isSmoothChosen = settings.interpolation === 'smooth';
    this.#loop.invalidate();
  }

  setTheme(theme: SceneTheme): void {
    this.#renderer.setClearColor(canvasRenderer.screenColour(theme.background));
    this.#display.setAbsentColour(theme.absent);
    this.#crosshair.setColour(theme.highlight);
    this.#loop.invalidate();
  }

  /** `fit` fills the canvas; `true` shows equal distances on the ground as equal lengths (1 ms as 1 m). */
  setAspect(aspect: SectionAspect): void {
    this.#camera.setAspect(aspect);
  }

  /** The linked cursor; null hides it. Draws nothing again. */
  setCrosshair(position: SurveyPosition | null): void {
    this.#crosshairPosition = position;
    this.#placeCrosshair();
  }

  /** The same on a section along a line, which has no place in a grid. */
  setCrosshairPoint(point: SectionPoint | null): void {
    this.#crosshairPoint = point;
    this.#placeCrosshair();
  }

  /** Another section leads from now on: pan and zoom are its own. Null: this one stands alone again. */
  follow(led: LedView | null): void {
    this.#camera.follow(led);
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

  /** `anchor` in CSS pixels on the canvas, its middle where it is left out. Factors above 1 enlarge. */
  zoomBy(factor: number, anchor?: PointOnCanvas): void {
    const view = this.#camera.view;
    if (view === null) return;
    const middle = { x: view.canvasWidth / 2, y: view.canvasHeight / 2 };
    this.#camera.zoomAt(anchor ?? middle, { across: factor, down: factor });
  }

  panBy(dx: number, dy: number): void {
    this.#camera.panBy(dx, dy);
  }

  zoomAt(anchor: PointOnCanvas, factor: { readonly across: number; readonly down: number }): void {
    this.#camera.zoomAt(anchor, factor);
  }

  /** What lies under a point of the canvas in CSS pixels; null beside the section. */
  pick(x: number, y: number): SectionPick | null {
    const view = this.#camera.view;
    if (view === null || this.#picture === null) return null;
    const inPicture = pictureFromCanvas(view, { x, y });
    const nearest = { across: Math.round(inPicture.across), down: Math.round(inPicture.down) };
    const isInside =
      nearest.across >= 0 && nearest.across < view.size.across && nearest.down >= 0 && nearest.down < view.size.down;
    if (!isInside) return null;
    const cell = sectionFromPicture(view, nearest);
    return { ...sectionFromPicture(view, inPicture), nearestRow: cell.row, nearestColumn: cell.column };
  }

  /** Draws and reads the canvas: for snapshots and tests. */
  readPixels(): canvasRenderer.Pixels {
    this.#loop.drawNow();
    return canvasRenderer.readDrawnPixels(canvasRenderer.contextOf(this.#renderer));
  }

  dispose(): void {
    this.#navigation.dispose();
    this.#loop.dispose();
    this.#crosshair.dispose();
    this.#tiles.dispose();
    this.#texture.dispose();
    this.#display.dispose();
    canvasRenderer.disposeRenderer(this.#renderer);
  }

  #clear(): void {
    this.#picture = null;
    this.#isStale = false;
    this.#texture.dispose();
    this.#tiles.bind(this.#texture);
    this.#placeCrosshair();
  }

  #setExtent({ plane }: SlicePicture): void {
    if (this.#survey === null) return;
    const layout = pictureLayoutOf(plane.orientation, this.#survey.worldFromGrid);
    const size = sectionSize(this.#survey, plane, layout);
    this.#camera.setExtent({ size, layout, cellAspect: cellAspectOf(this.#survey, plane, layout) });
  }

  #onViewChanged(view: SectionView): void {
    this.#placeCrosshair();
    this.#events.onViewChanged(view);
    this.#loop.invalidate();
  }

  #placeCrosshair(): void {
    const view = this.#camera.view;
    const position = this.#crosshairPosition;
    const onGrid = position === null || this.#picture === null ? null : pointInSection(this.#picture.plane, position);
    const point = this.#picture === null ? null : (onGrid ?? this.#crosshairPoint);
    this.#crosshair.place(
      view === null || point === null ? null : canvasFromPicture(view, pictureFromSection(view, point)),
    );
  }

  /** Uploads with the frame, so that of pictures which come faster than frames only the latest is uploaded. */
  #refill(picture: SlicePicture): void {
    this.#isStale = false;
    this.#uploads.measure(picture.requestId, () => this.#texture.update(picture));
    this.#tiles.bind(this.#texture);
  }

  #draw(): FrameContents {
    const view = this.#camera.view;
    if (view !== null && this.#picture !== null) {
      if (this.#isStale) this.#refill(this.#picture);
      const { rows, columns } = this.#picture.decimation;
      const perRow = view.layout.across === 'rows' ? view.scaleAcross * rows : view.scaleDown * rows;
      const perColumn = view.layout.across === 'rows' ? view.scaleDown * columns : view.scaleAcross * columns;
      const isClose = Math.min(perRow, perColumn) * this.#pixelRatio >= EXACT_FROM_PIXELS;
      this.#tiles.place(view, this.#picture, this.#isSmoothChosen && !isClose);
    }
    this.#renderer.render(this.#scene, this.#clipSpace);
    return this.#uploads.take();
  }
}
