/** What is seen at a point of the 3D scene: the nearest of planes and fences, and a post before them. */
import type { LinesInScene } from './fences/lines-in-scene.ts';
import { localFromGrid, type LocalFrame } from './local-frame.ts';
import { pickPlane } from './plane-pick.ts';
import type { PlaneOrientation, ScenePick } from './scene-events.ts';
import type { PointOnCanvas } from './section-view.ts';
import type { SurveyCamera } from './survey-camera.ts';
import { lengthOf, minus } from './vector.ts';

/** Of its distance, that a post may lie behind a surface: it stands in one, and the pointer is beside it. */
const POST_DEPTH = 1.02;

export function pickScene(
  frame: LocalFrame,
  indices: Readonly<Partial<Record<PlaneOrientation, number>>>,
  { fences, posts }: LinesInScene,
  camera: SurveyCamera,
  point: PointOnCanvas,
): ScenePick | null {
  const ray = camera.ray(point);
  const plane = pickPlane(frame, indices, ray);
  const planeDistance = plane === null ? Infinity : lengthOf(minus(localFromGrid(frame, plane.position), ray.origin));
  const fence = fences.pick(ray);
  const fenceDistance = fence?.distance ?? Infinity;
  const post = posts.pick(point, camera.project);
  const surface = Math.min(planeDistance, fenceDistance);
  if (post !== null && lengthOf(minus(post.at, ray.origin)) <= surface * POST_DEPTH) return { kind: 'post', post };
  if (fence !== null && fenceDistance < planeDistance) return { kind: 'fence', fence, point };
  return plane && { kind: 'plane', plane };
}
