/** The camera of the 3D scene, all in the local frame: orbit, pan, zoom to the pointer, presets. Moves only when it is told. */
import { PerspectiveCamera, Vector2, Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { boxCorners } from './box-edges.ts';
import type { LocalFrame, PointInLocal } from './local-frame.ts';
import type { LocalRay } from './plane-pick.ts';
import type { PointOnCanvas } from './section-view.ts';
import { plus, times, unit } from './vector.ts';
import { fittingView, presetDirection, type Margin, type ViewPreset } from './view-presets.ts';

const FIELD_OF_VIEW_DEGREES = 28;
/** The vertical axis has its labels on the left of the box, the lines below it. */
const OBLIQUE_MARGIN: Margin = { left: 72, right: 32, top: 40, bottom: 56 };
/** On a map the axis of a side may have its title beside it, on either side. */
const MAP_MARGIN: Margin = { left: 100, right: 100, top: 24, bottom: 56 };

/** Local units: of the far plane, and of the camera from what it looks at. */
const FAR = 100;
const FURTHEST = 40;
/** Of the distance that shows all of it. */
const FAR_OF_DISTANCE = 8;

export class SurveyCamera {
  readonly camera = new PerspectiveCamera(FIELD_OF_VIEW_DEGREES, 1, 0.02, FAR);
  readonly #controls: OrbitControls;
  readonly #scratch = new Vector3();
  #width = 1;
  #height = 1;

  constructor(canvas: HTMLCanvasElement, onChanged: () => void) {
    this.#controls = new OrbitControls(this.camera, canvas);
    this.#controls.zoomToCursor = true;
    this.#controls.minDistance = 0.05;
    this.#controls.maxDistance = FURTHEST;
    this.#controls.addEventListener('change', () => {
      // Labels are projected before the next draw, which is when three would do this.
      this.camera.updateMatrixWorld();
      onChanged();
    });
  }

  /** False while a plane is dragged. */
  setEnabled(isEnabled: boolean): void {
    this.#controls.enabled = isEnabled;
  }

  resize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
  }

  /** @param beside what is to be seen beside the box */
  lookFrom(preset: ViewPreset, frame: LocalFrame, beside: readonly PointInLocal[] = []): void {
    const direction = presetDirection(preset, frame);
    const lens = {
      fieldOfView: (FIELD_OF_VIEW_DEGREES * Math.PI) / 180,
      width: this.#width,
      height: this.#height,
      margin: preset === 'top' ? MAP_MARGIN : OBLIQUE_MARGIN,
    };
    const { target, distance } = fittingView(frame, direction, lens, [...boxCorners(frame), ...beside]);
    // Lines far from the box take the camera further away than the box alone would.
    this.camera.far = Math.max(FAR, FAR_OF_DISTANCE * distance);
    this.camera.updateProjectionMatrix();
    this.#controls.maxDistance = Math.max(FURTHEST, FAR_OF_DISTANCE * 0.5 * distance);
    const position = plus(target, times(direction, distance));
    this.camera.position.set(position.x, position.y, position.z);
    this.#controls.target.set(target.x, target.y, target.z);
    this.#controls.update();
    this.camera.updateMatrixWorld();
  }

  get eye(): PointInLocal {
    const { x, y, z } = this.camera.position;
    return { x, y, z };
  }

  /** CSS pixels. */
  readonly project = (point: PointInLocal): PointOnCanvas => {
    const { x, y } = this.#scratch.set(point.x, point.y, point.z).project(this.camera);
    return { x: ((x + 1) / 2) * this.#width, y: ((1 - y) / 2) * this.#height };
  };

  ray({ x, y }: PointOnCanvas): LocalRay {
    const onScreen = new Vector2((2 * x) / this.#width - 1, 1 - (2 * y) / this.#height);
    const through = new Vector3(onScreen.x, onScreen.y, 0.5).unproject(this.camera).sub(this.camera.position);
    return { origin: this.eye, direction: unit({ x: through.x, y: through.y, z: through.z }) };
  }

  /** A direction of the local frame as the viewer sees it: x to the right, y down, both at most 1. */
  seen({ x, y, z }: PointInLocal): PointOnCanvas {
    const inCamera = this.#scratch.set(x, y, z).transformDirection(this.camera.matrixWorldInverse);
    return { x: inCamera.x, y: -inCamera.y };
  }

  dispose(): void {
    this.#controls.dispose();
  }
}
