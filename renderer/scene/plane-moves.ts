/** Planes of the 3D scene moved by the pointer: dragged, with a ghost that runs ahead, or stepped by the wheel. */
import type { LocalFrame } from './local-frame.ts';
import { createPlaneDrag } from './plane-drag.ts';
import type { LocalRay } from './plane-pick.ts';
import type { PlaneOrientation, SurveyPick } from './scene-events.ts';
import type { PointOnCanvas } from './section-view.ts';
import type { SurveyPlanes } from './survey-planes.ts';

export interface PlaneMovesOptions {
  readonly planes: SurveyPlanes;
  readonly rayAt: (point: PointOnCanvas) => LocalRay;
  /** Called on every change. */
  readonly onMove: (orientation: PlaneOrientation, index: number) => void;
  readonly onGhost: () => void;
}

export class PlaneMoves {
  readonly #options: PlaneMovesOptions;
  #isDragging = false;

  constructor(options: PlaneMovesOptions) {
    this.#options = options;
  }

  get isDragging(): boolean {
    return this.#isDragging;
  }

  startDrag(frame: LocalFrame, pick: SurveyPick, from: PointOnCanvas): (to: PointOnCanvas) => void {
    const { planes, rayAt, onMove, onGhost } = this.#options;
    const { orientation } = pick;
    this.#isDragging = true;
    const indexAt = createPlaneDrag(frame, pick, from, rayAt);
    let index = pick.position[orientation];
    return (to) => {
      const wanted = indexAt(to);
      if (wanted === index) return;
      index = wanted;
      planes.placeGhost({ orientation, index });
      onGhost();
      onMove(orientation, index);
    };
  }

  endDrag(): void {
    this.#isDragging = false;
    this.#options.planes.placeGhost(null);
    this.#options.onGhost();
  }

  step(frame: LocalFrame, orientation: PlaneOrientation, steps: number): void {
    const index = this.#options.planes.indices[orientation];
    if (index === undefined) return;
    const last = frame.counts[orientation] - 1;
    const wanted = Math.min(Math.max(index + steps, 0), last);
    if (wanted !== index) this.#options.onMove(orientation, wanted);
  }
}
