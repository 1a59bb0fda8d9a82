/** The camera of the 3D scene, all in the local frame: orbit, pan, zoom to the pointer, presets. Moves only when it is told. */
import { PerspectiveCamera, Vector2, Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { LocalFrame, PointInLocal } from './local-frame.ts';
import type { LocalRay } from './plane-pick.ts';
import type { PointOnCanvas } from './section-view.ts';
import { unit } from './vector.ts';
import { fittingDistance, presetDirection, type ViewPreset } from './view-presets.ts';

const FIELD_OF_VIEW_DEGREES = 28;
/** CSS pixels that the box leaves free on each side for its labels. */
const MARGIN = { across: 96, down: 40 } as const;

export class SurveyCamera {
  readonly camera = new PerspectiveCamera(FIELD_OF_VIEW_DEGREES, 1, 0.02, 100);
  readonly #controls: OrbitControls;
  readonly #scratch = new Vector3();
  #width = 1;
  #height = 1;

  constructor(canvas: HTMLCanvasElement, onChanged: () => void) {
    this.#controls = new OrbitControls(this.camera, canvas);
    this.#controls.zoomToCursor = true;
    this.#controls.minDistance = 0.05;
    this.#controls.maxDistance = 40;
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

  lookFrom(preset: ViewPreset, frame: LocalFrame): void {
    const direction = presetDirection(preset, frame);
    const lens = {
      fieldOfView: (FIELD_OF_VIEW_DEGREES * Math.PI) / 180,
      aspect: this.camera.aspect,
      shareAcross: Math.max(1 - (2 * MARGIN.across) / this.#width, 0.5),
      shareDown: Math.max(1 - (2 * MARGIN.down) / this.#height, 0.5),
    };
    const distance = fittingDistance(frame, direction, lens);
    this.camera.position.set(direction.x, direction.y, direction.z).multiplyScalar(distance);
    this.#controls.target.set(0, 0, 0);
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
