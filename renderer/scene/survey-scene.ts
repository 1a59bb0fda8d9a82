/** The 3D scene: a survey's box with its axes, and three slices in it. Draws when something changed, and only then. */
import { Scene, type WebGLRenderer } from 'three';
import type { SurveyInfo } from '../../shared/survey.ts';
import { axisDrawing } from './axis-labels.ts';
import * as canvasRenderer from './canvas-renderer.ts';
import type { DisplaySettings } from './display-settings.ts';
import { DisplayUniforms } from './display-uniforms.ts';
import { FrameLoop, type FrameContents } from './frame-loop.ts';
import { type CubeAxes, cubeAxesOf } from './ground.ts';
import { createLocalFrame, localFromGrid, type LocalFrame } from './local-frame.ts';
import { PLANE_ORIENTATIONS } from './plane-corners.ts';
import { createPlaneDrag } from './plane-drag.ts';
import { pickPlane } from './plane-pick.ts';
import type { PlaneOrientation, SurveyPick, SurveySceneEvents } from './scene-events.ts';
import type { SceneTheme } from './scene-theme.ts';
import type { PointOnCanvas } from './section-view.ts';
import type { PicturePace, SlicePicture } from './slice-picture.ts';
import { SurveyBox } from './survey-box.ts';
import { SurveyCamera } from './survey-camera.ts';
import { SurveyOverlay } from './survey-overlay.ts';
import { SurveyPlanes } from './survey-planes.ts';
import { SurveyPointer } from './survey-pointer.ts';
import type { SurveyPosition } from './survey-position.ts';
import { triadArms } from './triad.ts';
import { Uploads } from './uploads.ts';
import type { ViewPreset } from './view-presets.ts';

export class SurveyScene {
  readonly #renderer: WebGLRenderer;
  readonly #events: SurveySceneEvents;
  readonly #loop: FrameLoop;
  readonly #camera: SurveyCamera;
  readonly #pointer: SurveyPointer;
  readonly #overlay: SurveyOverlay;
  readonly #display = new DisplayUniforms();
  readonly #planes: SurveyPlanes;
  readonly #box = new SurveyBox();
  readonly #uploads: Uploads;
  readonly #scene = new Scene();
  #survey: SurveyInfo | null = null;
  #axes: CubeAxes | null = null;
  #frame: LocalFrame | null = null;
  #exaggeration: number | null = null;
  #cursor: SurveyPosition | null = null;
  #canvas = { width: 1, height: 1 };
  #isDragging = false;
  /** The whole survey is shown as a preset shows it, and goes on to be when the canvas changes its size. */
  #preset: ViewPreset | null = 'default';

  /** `overlay` covers the canvas exactly and lets the pointer through; labels and the cursor lie in it. */
  constructor(canvas: HTMLCanvasElement, overlay: HTMLElement, events: SurveySceneEvents) {
    this.#events = events;
    this.#renderer = canvasRenderer.createCanvasRenderer(canvas, { antialias: true, depth: true });
    const gl = canvasRenderer.contextOf(this.#renderer);
    this.#uploads = new Uploads(gl);
    this.#planes = new SurveyPlanes(this.#renderer, this.#display);
    this.#scene.add(this.#box.lines, this.#planes.group);
    this.#overlay = new SurveyOverlay(overlay);
    this.#loop = new FrameLoop(canvas, gl, () => this.#draw(), (report) => this.#events.onDrawn(report)); // prettier-ignore
    this.#pointer = new SurveyPointer(canvas, {
      pick: (point) => this.pick(point.x, point.y),
      hover: (pick) => this.#hover(pick),
      startDrag: (pick, from) => this.#startDrag(pick, from),
      endDrag: () => this.#endDrag(),
      step: (orientation, steps) => this.#step(orientation, steps),
      activate: (orientation) => this.#events.onActivate(orientation),
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

  /** Shows the box of a cube; anything else than a cube shows nothing in 3D. */
  setSurvey(survey: SurveyInfo | null): void {
    const isOther = survey?.id !== this.#survey?.id;
    this.#survey = survey;
    this.#axes = survey === null ? null : cubeAxesOf(survey);
    if (isOther || this.#axes === null) for (const orientation of PLANE_ORIENTATIONS) this.#planes.clear(orientation);
    this.#setFrame();
    if (isOther) this.resetView();
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
    } else if (picture.surveyId === this.#survey?.id && this.#axes !== null) {
      if (!this.#planes.mayShow(picture, orientation)) return;
      this.#planes.show(picture, orientation);
    }
    if (pace === 'prompt' || this.#isDragging) this.#loop.invalidate();
    else this.#loop.invalidateAtLeisure();
  }

  setDisplay(settings: DisplaySettings): void {
    this.#display.setDisplay(settings);
    this.#planes.setSmooth(settings.interpolation === 'smooth');
    this.#loop.invalidate();
  }

  setTheme(theme: SceneTheme): void {
    this.#renderer.setClearColor(canvasRenderer.screenColour(theme.background));
    this.#display.setAbsentColour(theme.absent);
    this.#box.setColour(theme.box);
    this.#planes.setTheme(theme);
    this.#overlay.setTheme(theme);
    this.#loop.invalidate();
  }

  /** The linked cursor; null hides it. Draws nothing again. */
  setCrosshair(position: SurveyPosition | null): void {
    this.#cursor = position;
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
    this.#camera.lookFrom(preset, this.#frame);
    this.#onCameraMoved();
    this.#preset = preset;
  }

  /** The plane under a point of the canvas in CSS pixels. */
  pick(x: number, y: number): SurveyPick | null {
    if (this.#frame === null) return null;
    return pickPlane(this.#frame, this.#planes.indices, this.#camera.ray({ x, y }));
  }

  /** Where a place in the survey lies on the canvas in CSS pixels; null without a survey. */
  canvasPoint(position: SurveyPosition): PointOnCanvas | null {
    return this.#frame === null ? null : this.#camera.project(localFromGrid(this.#frame, position));
  }

  /** Draws and reads the canvas: for snapshots and tests. */
  readPixels(): canvasRenderer.Pixels {
    this.#loop.drawNow();
    return canvasRenderer.readDrawnPixels(canvasRenderer.contextOf(this.#renderer));
  }

  dispose(): void {
    this.#pointer.dispose();
    this.#camera.dispose();
    this.#loop.dispose();
    this.#overlay.dispose();
    this.#planes.dispose();
    this.#box.dispose();
    this.#display.dispose();
    canvasRenderer.disposeRenderer(this.#renderer);
  }

  #setFrame(): void {
    const survey = this.#survey;
    this.#frame =
      survey === null || this.#axes === null
        ? null
        : createLocalFrame(this.#axes, survey.worldFromGrid, this.#exaggeration);
    this.#box.setFrame(this.#frame);
    if (this.#frame !== null) this.#planes.setFrame(this.#frame);
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
    const frame = this.#frame;
    const axes = this.#axes;
    const hasGround = (this.#survey?.worldFromGrid ?? null) !== null;
    this.#overlay.drawTriad(frame === null ? [] : triadArms(frame, hasGround, (direction) => this.#camera.seen(direction))); // prettier-ignore
    if (frame === null || axes === null) {
      this.#overlay.drawAxes(null);
      return;
    }
    const { eye, project } = this.#camera;
    const { measure } = this.#overlay;
    this.#overlay.drawAxes(axisDrawing({ frame, axes, eye, canvas: this.#canvas, project, measure }));
  }

  #placeCursor(): void {
    this.#overlay.placeCursor(this.#cursor === null ? null : this.canvasPoint(this.#cursor));
  }

  #hover(pick: SurveyPick | null): void {
    if (this.#planes.highlight(pick?.orientation ?? null)) this.#loop.invalidate();
    this.#events.onHover(pick);
  }

  #startDrag(pick: SurveyPick, from: PointOnCanvas): (to: PointOnCanvas) => void {
    this.#camera.setEnabled(false);
    const { orientation } = pick;
    if (this.#frame === null) return () => undefined;
    this.#isDragging = true;
    const indexAt = createPlaneDrag(this.#frame, pick, from, (point) => this.#camera.ray(point));
    let index = pick.position[orientation];
    return (to) => {
      const wanted = indexAt(to);
      if (wanted === index) return;
      index = wanted;
      this.#planes.placeGhost({ orientation, index });
      this.#loop.invalidate();
      this.#events.onMoveSlice(orientation, index);
    };
  }

  #endDrag(): void {
    this.#isDragging = false;
    this.#camera.setEnabled(true);
    this.#planes.placeGhost(null);
    this.#loop.invalidate();
  }

  #step(orientation: PlaneOrientation, steps: number): void {
    const index = this.#planes.indices[orientation];
    if (index === undefined || this.#frame === null) return;
    const last = this.#frame.counts[orientation] - 1;
    const wanted = Math.min(Math.max(index + steps, 0), last);
    if (wanted !== index) this.#events.onMoveSlice(orientation, wanted);
  }

  #draw(): FrameContents {
    this.#planes.refill(this.#uploads);
    this.#renderer.render(this.#scene, this.#camera.camera);
    return this.#uploads.take();
  }
}
