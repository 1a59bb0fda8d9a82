/** What the pointer rests on in the 3D scene: highlighted, named, and told. */
import type { LinesInScene } from './fences/lines-in-scene.ts';
import { NameTip } from './fences/name-tip.ts';
import type { ScenePick, SurveySceneEvents } from './scene-events.ts';
import type { SceneTheme } from './scene-theme.ts';
import type { SurveyCamera } from './survey-camera.ts';
import type { SurveyPlanes } from './survey-planes.ts';

export class ScenePointing {
  readonly #planes: SurveyPlanes;
  readonly #lines: LinesInScene;
  readonly #events: SurveySceneEvents;
  readonly #tip: NameTip;
  #hovered: ScenePick | null = null;

  constructor(planes: SurveyPlanes, lines: LinesInScene, events: SurveySceneEvents, overlay: HTMLElement) {
    this.#planes = planes;
    this.#lines = lines;
    this.#events = events;
    this.#tip = new NameTip(overlay);
  }

  setTheme(theme: SceneTheme): void {
    this.#tip.setTheme(theme);
  }

  /** Returns false where what is highlighted stays. */
  hover(pick: ScenePick | null): boolean {
    const plane = pick?.kind === 'plane' ? pick.plane : null;
    const fence = pick?.kind === 'fence' ? pick.fence : null;
    const isOtherPlane = this.#planes.highlight(plane?.orientation ?? null);
    const isOtherFence = this.#lines.fences.highlight(fence?.key ?? null);
    // The last to be told has the cursor: what is left comes before what is entered.
    if (plane === null) this.#events.onHover(null);
    if (fence === null) this.#events.onHoverFence(null);
    if (plane !== null) this.#events.onHover(plane);
    if (fence !== null) this.#events.onHoverFence(fence);
    this.#events.onHoverPost(pick?.kind === 'post' ? pick.post.index : null);
    this.#hovered = pick;
    return isOtherPlane || isOtherFence;
  }

  activate(pick: ScenePick): void {
    if (pick.kind === 'plane') this.#events.onActivate(pick.plane.orientation);
    else if (pick.kind === 'fence') this.#events.onActivateFence(pick.fence.key);
    else this.#events.onActivatePost(pick.post.index);
  }

  /** The name of the post that is pointed at here or elsewhere, else of the fence under the pointer. */
  placeTip({ project }: SurveyCamera): void {
    const post = this.#lines.posts.hovered;
    if (post !== null) {
      this.#tip.show(post.name, project(post.top));
      return;
    }
    const fence = this.#hovered?.kind === 'fence' ? this.#hovered : null;
    const line = this.#lines.fences.lines.find(({ key }) => key === fence?.fence.key);
    if (fence === null || line === undefined) this.#tip.hide();
    else this.#tip.show(line.name, fence.point);
  }

  dispose(): void {
    this.#tip.dispose();
  }
}
