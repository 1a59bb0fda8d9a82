/**
 * The 3D scene: a cube's box with its axes and three slices in it, 2D lines as fences, and their crossings as posts; without a
 * cube the lines alone. Draws when something changed, and only then.
 */
import { Scene, type WebGLRenderer } from 'three';
import type { SurveyInfo } from '../../shared/survey.ts';
import * as canvasRenderer from './canvas-renderer.ts';
import type { DisplaySettings } from './display-settings.ts';
import { DisplayUniforms } from './display-uniforms.ts';
import { drawGround } from './draw-ground.ts';
import type { FenceLine } from './fences/fence-line.ts';
import { LinesInScene } from './fences/lines-in-scene.ts';
import type { Post } from './fences/posts.ts';
import { SceneCursor, type LinePlace } from './fences/scene-cursor.ts';
import { FrameLoop, type FrameContents } from './frame-loop.ts';
import { localFromGrid, type LocalFrame } from './local-frame.ts';
import { PlaneMoves } from './plane-moves.ts';
import { pickScene } from './pick-scene.ts';
import type { PlaneOrientation, ScenePick, SurveyPick, SurveySceneEvents } from './scene-events.ts';
import { sceneGround, type SceneGround } from './scene-ground.ts';
import { ScenePointing } from './scene-pointing.ts';
import type { SceneTheme } from './scene-theme.ts';
import type { PointOnCanvas } from './section-view.ts';
import type { PicturePace, SlicePicture } from './slice-picture.ts';
import { SurveyBox } from './survey-box.ts';
import { SurveyCamera } from './survey-camera.ts';
import { SurveyOverlay } from './survey-overlay.ts';
import { SurveyPlanes } from './survey-planes.ts';
import { SurveyPointer } from './survey-pointer.ts';
import type { SurveyPosition } from './survey-position.ts';
import { Uploads } from './uploads.ts';
import type { ViewPreset } from './view-presets.ts';

export class SurveyScene {
  readonly #renderer: WebGLRenderer;
  readonly #loop: FrameLoop;
  readonly #camera: SurveyCamera;
  readonly #pointer: SurveyPointer;
  readonly #overlay: SurveyOverlay;
  readonly #display = new DisplayUniforms();
  readonly #planes: SurveyPlanes;
  readonly #lines: LinesInScene;
  readonly #moves: PlaneMoves;
  readonly #pointing: ScenePointing;
  readonly #box = new SurveyBox();
  readonly #uploads: Uploads;
  readonly #scene = new Scene();
  #survey: SurveyInfo | null = null;
  #ground: SceneGround | null = null;
  #exaggeration: number | null = null;
  readonly #cursor = new SceneCursor();
  #canvas = { width: 1, height: 1 };
  /** The whole survey is shown as a preset shows it, and goes on to be when the canvas changes its size. */
  #preset: ViewPreset | null = 'default';

  /** `overlay` covers the canvas exactly and lets the pointer through; labels and the cursor lie in it. */
  constructor(canvas: HTMLCanvasElement, overlay: HTMLElement, events: SurveySceneEvents) {
    this.#renderer = canvasRenderer.createCanvasRenderer(canvas, { antialias: true, depth: true });
    const gl = canvasRenderer.contextOf(this.#renderer);
    this.#uploads = new Uploads(gl);
    this.#planes = new SurveyPlanes(this.#renderer, this.#display);
    this.#lines = new LinesInScene(this.#renderer, this.#display);
    this.#scene.add(this.#box.lines, this.#planes.group, this.#lines.group);
    this.#overlay = new SurveyOverlay(overlay);
    this.#pointing = new ScenePointing(this.#planes, this.#lines, events, overlay);
    this.#loop = new FrameLoop(canvas, gl, () => this.#draw(), (report) => events.onDrawn(report)); // prettier-ignore
    this.#moves = new PlaneMoves({
      planes: this.#planes,
      rayAt: (point) => this.#camera.ray(point),
      onMove: (orientation, index) => events.onMoveSlice(orientation, index),
      onGhost: () => this.#loop.invalidate(),
    });
    this.#pointer = new SurveyPointer(canvas, {
      pick: (point) => this.pick(point),
      hover: (pick) => this.#hover(pick),
      startDrag: (pick, from) => this.#startDrag(pick, from),
      endDrag: () => this.#endDrag(),
      step: (orientation, steps) => {
        if (this.#frame !== null) this.#moves.step(this.#frame, orientation, steps);
      },
      activate: (pick) => this.#pointing.activate(pick),
      resetView: () => this.resetView(),
    });
    this.#camera = new SurveyCamera(canvas, () => this.#onCameraMoved());
  }

  /** Objects that the GPU holds for this scene, as three counts them. */
  get memory(): { readonly geometries: number; readonly textures: number } {
    return this.#renderer.info.memory;
  }

  /** The one in use, chosen or given; null without a survey. */
  get verticalExaggeration(): number | null {
    return this.#frame?.verticalExaggeration ?? null;
  }

  /** Shows the box of a cube; of anything else, and of null, only the fences. */
  setSurvey(survey: SurveyInfo | null): void {
    const isOther = survey?.id !== this.#survey?.id;
    this.#survey = survey;
    this.#setFrame();
    if (isOther || this.#ground?.isGrid !== true) this.#planes.clearAll();
    if (isOther) this.resetView();
  }

  /**
   * Lines to stand among the slices, in the cube's unit of coordinates and of depth; without a cube in one of their own.
   * @param unit what a scene of lines alone is labelled in
   */
  setFences(lines: readonly FenceLine[], unit: 'm' | 'ft'): void {
    if (!this.#lines.setFences(lines, unit)) return;
    this.#setFrame();
    // Lines that come are seen, unless the user looks at something.
    if (this.#preset !== null) this.lookFrom(this.#preset);
  }

  /** All traces of a line, in one texture. One that is older than what is shown is left out. */
  setFencePicture(key: string, picture: SlicePicture): void {
    this.#lines.fences.setPicture(key, picture);
    this.#loop.invalidateAtLeisure();
  }

  /** The line that is looked at, or none. */
  setActiveFence(key: string | null): void {
    this.#lines.fences.setActive(key);
    this.#loop.invalidate();
  }

  /** Crossings, as vertical lines. */
  setPosts(posts: readonly Post[]): void {
    this.#lines.setPosts(posts);
    this.#loop.invalidate();
  }

  /** Of the posts that were given last. */
  markPosts(hovered: number | null, selected: number | null): void {
    if (this.#lines.posts.mark(hovered, selected)) this.#loop.invalidate();
    this.#pointing.placeTip(this.#camera);
  }

  /** Null chooses one that makes the box readable. */
  setVerticalExaggeration(factor: number | null): void {
    this.#exaggeration = factor;
    this.#setFrame();
  }

  /**
   * Shows a picture of the survey, or none. One that is older than what is shown is left out (see `mayReplace`).
   * @param pace `leisurely` where another view shows the picture too and is waited for: that one has the GPU first
   */
  setSlice(picture: SlicePicture | null, orientation: PlaneOrientation, pace: PicturePace = 'prompt'): void {
    if (picture === null) {
      this.#planes.clear(orientation);
    } else if (picture.surveyId === this.#survey?.id && this.#ground !== null) {
      if (!this.#planes.mayShow(picture, orientation)) return;
      this.#planes.show(picture, orientation);
    }
    if (pace === 'prompt' || this.#moves.isDragging) this.#loop.invalidate();
    else this.#loop.invalidateAtLeisure();
  }

  setDisplay(settings: DisplaySettings): void {
    this.#display.setDisplay(settings);
    this.#planes.setSmooth(settings.interpolation === 'smooth');
    this.#lines.fences.setSmooth(settings.interpolation === 'smooth');
    this.#loop.invalidate();
  }

  setTheme(theme: SceneTheme): void {
    this.#renderer.setClearColor(canvasRenderer.screenColour(theme.background));
    this.#display.setAbsentColour(theme.absent);
    this.#box.setColour(theme.box);
    this.#planes.setTheme(theme);
    this.#lines.setTheme(theme);
    this.#overlay.setTheme(theme);
    this.#pointing.setTheme(theme);
    this.#loop.invalidate();
  }

  /** The linked cursor; null hides it. Draws nothing again. */
  setCrosshair(position: SurveyPosition | null): void {
    this.#cursor.onGrid = position;
    this.#placeCursor();
  }

  /** The same on a fence. */
  setLineCursor(place: LinePlace | null): void {
    this.#cursor.onLine = place;
    this.#placeCursor();
  }

  /** CSS pixels. Draws at once, since a canvas that changes its size loses its picture. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.#canvas = { width, height };
    this.#renderer.setPixelRatio(pixelRatio);
    this.#renderer.setSize(width, height, false);
    this.#camera.resize(width, height);
    this.#overlay.resize(height);
    if (this.#preset !== null) this.lookFrom(this.#preset);
    this.#drawOverlay();
    this.#loop.drawNow();
  }

  resetView(): void {
    this.lookFrom('default');
  }

  lookFrom(preset: ViewPreset): void {
    if (this.#frame === null) return;
    this.#camera.lookFrom(preset, this.#frame, this.#lines.fences.corners);
    this.#onCameraMoved();
    this.#preset = preset;
  }

  /** What is seen at a point of the canvas in CSS pixels. */
  pick(point: PointOnCanvas): ScenePick | null {
    if (this.#frame === null) return null;
    const planes = this.#survey === null ? {} : this.#planes.indices;
    return pickScene(this.#frame, planes, this.#lines, this.#camera, point);
  }

  /** Where a place in the survey lies on the canvas in CSS pixels; null without a survey. */
  canvasPoint(position: SurveyPosition): PointOnCanvas | null {
    return this.#frame === null ? null : this.#camera.project(localFromGrid(this.#frame, position));
  }

  /** Where the linked cursor is on the canvas in CSS pixels; null where there is none. */
  get cursorPoint(): PointOnCanvas | null {
    const point =
      this.#frame && this.#cursor.pointIn(this.#frame, this.#lines.fences.lines, this.#ground?.axes.samples ?? null);
    return point && this.#camera.project(point);
  }

  /** Draws and reads the canvas: for snapshots and tests. */
  readPixels(): canvasRenderer.Pixels {
    this.#loop.drawNow();
    return canvasRenderer.readDrawnPixels(canvasRenderer.contextOf(this.#renderer));
  }

  dispose(): void {
    const parts = [this.#pointer, this.#camera, this.#loop, this.#overlay, this.#pointing, this.#planes, this.#lines, this.#box, this.#display]; // prettier-ignore
    for (const part of parts) part.dispose();
    canvasRenderer.disposeRenderer(this.#renderer);
  }

  get #frame(): LocalFrame | null {
    return this.#ground?.frame ?? null;
  }

  #setFrame(): void {
    this.#ground = sceneGround(this.#survey, this.#lines.fences.lines, this.#lines.unit, this.#exaggeration);
    const { frame = null, axes = null } = this.#ground ?? {};
    this.#box.setFrame(frame);
    if (frame !== null) this.#planes.setFrame(frame);
    this.#lines.setFrame(frame, axes?.samples ?? null);
    this.#drawOverlay();
    this.#loop.invalidate();
  }

  #onCameraMoved(): void {
    this.#preset = null;
    this.#drawOverlay();
    this.#loop.invalidate();
  }

  #drawOverlay(): void {
    this.#placeCursor();
    this.#pointing.placeTip(this.#camera);
    drawGround(this.#overlay, this.#ground, this.#camera, this.#canvas);
  }

  #placeCursor(): void {
    this.#overlay.placeCursor(this.cursorPoint);
  }

  #hover(pick: ScenePick | null): void {
    if (this.#pointing.hover(pick)) this.#loop.invalidate();
    this.#pointing.placeTip(this.#camera);
  }

  #startDrag(pick: SurveyPick, from: PointOnCanvas): (to: PointOnCanvas) => void {
    this.#camera.setEnabled(false);
    return this.#frame === null ? () => undefined : this.#moves.startDrag(this.#frame, pick, from);
  }

  #endDrag(): void {
    this.#moves.endDrag();
    this.#camera.setEnabled(true);
  }

  #draw(): FrameContents {
    this.#planes.refill(this.#uploads);
    this.#lines.fences.refill(this.#uploads);
    this.#lines.fences.orderFrom(this.#camera.eye);
    this.#renderer.render(this.#scene, this.#camera.camera);
    return this.#uploads.take();
  }
}
