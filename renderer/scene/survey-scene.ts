/**
 * The 3D scene: a cube's box with its axes and three slices in it, 2D lines as fences, and their crossings as posts; without a
 * cube the lines alone. Draws when something changed, and only then.
 */
import { Scene, type WebGLRenderer } from 'three';
import type { SurveyInfo } from '../../shared/survey.ts';
import { axisDrawing, GRID_TITLES } from './axis-labels.ts';
import * as canvasRenderer from './canvas-renderer.ts';
import type { DisplaySettings } from './display-settings.ts';
import { DisplayUniforms } from './display-uniforms.ts';
import type { FenceLine } from './fences/fence-line.ts';
import { FenceSet } from './fences/fence-set.ts';
import { linesGround } from './fences/lines-ground.ts';
import { NameTip } from './fences/name-tip.ts';
import { Posts, type Post } from './fences/posts.ts';
import { SceneCursor, type LinePlace } from './fences/scene-cursor.ts';
import { FrameLoop, type FrameContents } from './frame-loop.ts';
import { type CubeAxes, cubeAxesOf } from './ground.ts';
import { createLocalFrame, localFromGrid, type LocalFrame, type PointInLocal } from './local-frame.ts';
import { PLANE_ORIENTATIONS } from './plane-corners.ts';
import { createPlaneDrag } from './plane-drag.ts';
import { pickScene } from './pick-scene.ts';
import type { PlaneOrientation, ScenePick, SurveyPick, SurveySceneEvents } from './scene-events.ts';
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
  readonly #fences: FenceSet;
  readonly #posts = new Posts();
  readonly #tip: NameTip;
  readonly #box = new SurveyBox();
  readonly #uploads: Uploads;
  readonly #scene = new Scene();
  #survey: SurveyInfo | null = null;
  #linesUnit: 'm' | 'ft' = 'm';
  /** Of the cube, or of the box round the lines. */
  #axes: CubeAxes | null = null;
  #frame: LocalFrame | null = null;
  #exaggeration: number | null = null;
  readonly #cursor = new SceneCursor();
  #canvas = { width: 1, height: 1 };
  #hovered: ScenePick | null = null;
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
    this.#fences = new FenceSet(this.#renderer, this.#display);
    this.#scene.add(this.#box.lines, this.#planes.group, this.#fences.group, this.#posts.group);
    this.#overlay = new SurveyOverlay(overlay);
    this.#tip = new NameTip(overlay);
    this.#loop = new FrameLoop(canvas, gl, () => this.#draw(), (report) => this.#events.onDrawn(report)); // prettier-ignore
    this.#pointer = new SurveyPointer(canvas, {
      pick: (point) => this.pickAny(point),
      hover: (pick) => this.#hover(pick),
      startDrag: (pick, from) => this.#startDrag(pick, from),
      endDrag: () => this.#endDrag(),
      step: (orientation, steps) => this.#step(orientation, steps),
      activate: (pick) => this.#activate(pick),
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
    const isCube = survey !== null && cubeAxesOf(survey) !== null;
    if (isOther || !isCube) for (const orientation of PLANE_ORIENTATIONS) this.#planes.clear(orientation);
    this.#setFrame();
    if (isOther) this.resetView();
  }

  /**
   * Lines to stand among the slices, in the cube's unit of coordinates and of depth; without a cube in one of their own.
   * @param unit what a scene of lines alone is labelled in
   */
  setFences(lines: readonly FenceLine[], unit: 'm' | 'ft'): void {
    this.#linesUnit = unit;
    if (!this.#fences.setLines(lines)) return;
    this.#setFrame();
    // Lines that come are seen, unless the user looks at something.
    if (this.#preset !== null) this.lookFrom(this.#preset);
  }

  /** All traces of a line, in one texture. One that is older than what is shown is left out. */
  setFencePicture(key: string, picture: SlicePicture): void {
    this.#fences.setPicture(key, picture);
    this.#loop.invalidateAtLeisure();
  }

  /** The line that is looked at, or none. */
  setActiveFence(key: string | null): void {
    this.#fences.setActive(key);
    this.#loop.invalidate();
  }

  /** Crossings, as vertical lines. */
  setPosts(posts: readonly Post[]): void {
    this.#posts.set(posts);
    this.#posts.place(this.#frame, this.#axes?.samples ?? null);
    this.#loop.invalidate();
  }

  /** Of the posts that were given last. */
  markPosts(hovered: number | null, selected: number | null): void {
    if (this.#posts.mark(hovered, selected)) this.#loop.invalidate();
    this.#placeTip();
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
    this.#fences.setSmooth(settings.interpolation === 'smooth');
    this.#loop.invalidate();
  }

  setTheme(theme: SceneTheme): void {
    this.#renderer.setClearColor(canvasRenderer.screenColour(theme.background));
    this.#display.setAbsentColour(theme.absent);
    this.#box.setColour(theme.box);
    this.#planes.setTheme(theme);
    this.#fences.setTheme(theme);
    this.#posts.setTheme(theme);
    this.#overlay.setTheme(theme);
    this.#tip.setTheme(theme);
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
    this.#camera.lookFrom(preset, this.#frame, this.#fences.corners);
    this.#onCameraMoved();
    this.#preset = preset;
  }

  /** The plane under a point of the canvas in CSS pixels, where nothing hides it. */
  pick(x: number, y: number): SurveyPick | null {
    const pick = this.pickAny({ x, y });
    return pick?.kind === 'plane' ? pick.plane : null;
  }

  /** What is seen at a point of the canvas. */
  pickAny(point: PointOnCanvas): ScenePick | null {
    if (this.#frame === null) return null;
    const planes = this.#survey === null ? {} : this.#planes.indices;
    return pickScene(this.#frame, planes, this.#fences, this.#posts, this.#camera, point);
  }

  /** Where a place in the survey lies on the canvas in CSS pixels; null without a survey. */
  canvasPoint(position: SurveyPosition): PointOnCanvas | null {
    return this.#frame === null ? null : this.#camera.project(localFromGrid(this.#frame, position));
  }

  /** Where the linked cursor is on the canvas in CSS pixels; null where there is none. */
  get cursorPoint(): PointOnCanvas | null {
    const point = this.#frame && this.#cursor.pointIn(this.#frame, this.#fences.lines, this.#axes?.samples ?? null);
    return point && this.#camera.project(point);
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
    this.#fences.dispose();
    this.#posts.dispose();
    this.#tip.dispose();
    this.#box.dispose();
    this.#display.dispose();
    canvasRenderer.disposeRenderer(this.#renderer);
  }

  #setFrame(): void {
    const survey = this.#survey;
    const cube = survey === null ? null : cubeAxesOf(survey);
    const lines = cube === null ? linesGround(this.#fences.lines) : null;
    const ground = cube === null ? (lines?.worldFromGrid ?? null) : (survey?.worldFromGrid ?? null);
    this.#axes = cube ?? lines?.axes ?? null;
    this.#frame = this.#axes && createLocalFrame(this.#axes, ground, this.#exaggeration);
    const samples = this.#axes?.samples ?? null;
    this.#box.setFrame(this.#frame);
    if (this.#frame !== null) this.#planes.setFrame(this.#frame);
    this.#fences.setFrame(this.#frame, samples);
    this.#posts.place(this.#frame, samples);
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
    this.#placeTip();
    const frame = this.#frame;
    const axes = this.#axes;
    const hasGrid = this.#survey !== null && cubeAxesOf(this.#survey) !== null;
    const hasGround = !hasGrid || this.#survey?.worldFromGrid !== null;
    const seen = (direction: PointInLocal): PointOnCanvas => this.#camera.seen(direction);
    this.#overlay.drawTriad(frame === null ? [] : triadArms(frame, hasGround, hasGrid, seen));
    if (frame === null || axes === null) {
      this.#overlay.drawAxes(null);
      return;
    }
    const { eye, project } = this.#camera;
    const { measure } = this.#overlay;
    const unit = this.#linesUnit;
    const titles = hasGrid ? GRID_TITLES : { inline: `Northing (${unit})`, crossline: `Easting (${unit})` };
    this.#overlay.drawAxes(axisDrawing({ frame, axes, titles, eye, canvas: this.#canvas, project, measure }));
  }

  #placeCursor(): void {
    this.#overlay.placeCursor(this.cursorPoint);
  }

  #hover(pick: ScenePick | null): void {
    const plane = pick?.kind === 'plane' ? pick.plane : null;
    const fence = pick?.kind === 'fence' ? pick.fence : null;
    const isChanged = [this.#planes.highlight(plane?.orientation ?? null), this.#fences.highlight(fence?.key ?? null)];
    if (isChanged.includes(true)) this.#loop.invalidate();
    // The last to be told has the cursor: what is left comes before what is entered.
    if (plane === null) this.#events.onHover(null);
    if (fence === null) this.#events.onHoverFence(null);
    if (plane !== null) this.#events.onHover(plane);
    if (fence !== null) this.#events.onHoverFence(fence);
    this.#events.onHoverPost(pick?.kind === 'post' ? pick.post.index : null);
    this.#hovered = pick;
    this.#placeTip();
  }

  #activate(pick: ScenePick): void {
    if (pick.kind === 'plane') this.#events.onActivate(pick.plane.orientation);
    else if (pick.kind === 'fence') this.#events.onActivateFence(pick.fence.key);
    else this.#events.onActivatePost(pick.post.index);
  }

  /** The name of the post that is pointed at here or elsewhere, else of the fence under the pointer. */
  #placeTip(): void {
    const post = this.#posts.hovered;
    if (post !== null) {
      this.#tip.show(post.name, this.#camera.project(post.top));
      return;
    }
    const fence = this.#hovered?.kind === 'fence' ? this.#hovered : null;
    const line = this.#fences.lines.find(({ key }) => key === fence?.fence.key);
    if (fence === null || line === undefined) this.#tip.hide();
    else this.#tip.show(line.name, fence.point);
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
    this.#fences.refill(this.#uploads);
    this.#fences.orderFrom(this.#camera.eye);
    this.#renderer.render(this.#scene, this.#camera.camera);
    return this.#uploads.take();
  }
}
