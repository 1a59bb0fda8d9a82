/** Axes with their labels, and the triad, of what the 3D scene stands on, as the camera sees it. */
import { axisDrawing } from './axis-labels.ts';
import type { SceneGround } from './scene-ground.ts';
import type { SurveyCamera } from './survey-camera.ts';
import type { SurveyOverlay } from './survey-overlay.ts';
import { triadArms } from './triad.ts';

/** @param canvas in CSS pixels */
export function drawGround(
  overlay: SurveyOverlay,
  ground: SceneGround | null,
  camera: SurveyCamera,
  canvas: { readonly width: number; readonly height: number },
): void {
  if (ground === null) {
    overlay.drawTriad([]);
    overlay.drawAxes(null);
    return;
  }
  const { frame, axes, titles, hasNorth, isGrid } = ground;
  overlay.drawTriad(triadArms(frame, hasNorth, isGrid, (direction) => camera.seen(direction)));
  const { eye, project } = camera;
  const { measure } = overlay;
  overlay.drawAxes(axisDrawing({ frame, axes, titles, eye, canvas, project, measure }));
}
