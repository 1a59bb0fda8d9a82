/** The three slices of the 3D scene, and the outline of where a drag would put one. */
import { BufferGeometry, Group, LineBasicMaterial, LineLoop, type WebGLRenderer } from 'three';
import { screenColour } from './canvas-renderer.ts';
import type { DisplayUniforms } from './display-uniforms.ts';
import { lineThrough } from './line-geometry.ts';
import { localFromGrid, type LocalFrame } from './local-frame.ts';
import { mayReplace } from './picture-order.ts';
import { PLANE_ORIENTATIONS, planeCorners } from './plane-corners.ts';
import type { PlaneOrientation } from './scene-events.ts';
import type { SceneTheme } from './scene-theme.ts';
import { SlicePlane } from './slice-plane.ts';
import type { SlicePicture } from './slice-picture.ts';
import type { Uploads } from './uploads.ts';

export class SurveyPlanes {
  readonly group = new Group();
  readonly #planes: Readonly<Record<PlaneOrientation, SlicePlane>>;
  /** Follows the pointer at once, the picture as soon as it is there. */
  readonly #ghost = new LineLoop(new BufferGeometry(), new LineBasicMaterial());
  #frame: LocalFrame | null = null;
  #theme: SceneTheme | null = null;
  #highlighted: PlaneOrientation | null = null;

  constructor(renderer: WebGLRenderer, display: DisplayUniforms) {
    this.#planes = {
      inline: new SlicePlane('inline', renderer, display),
      crossline: new SlicePlane('crossline', renderer, display),
      sample: new SlicePlane('sample', renderer, display),
    };
    this.#ghost.frustumCulled = false;
    this.#ghost.visible = false;
    this.group.add(this.#ghost, ...PLANE_ORIENTATIONS.map((orientation) => this.#planes[orientation].group));
  }

  /** Where each plane that is shown lies. */
  get indices(): Readonly<Partial<Record<PlaneOrientation, number>>> {
    const shown = PLANE_ORIENTATIONS.flatMap((orientation) => {
      const { picture } = this.#planes[orientation];
      return picture === null ? [] : [[orientation, picture.plane.index] as const];
    });
    return Object.fromEntries(shown);
  }

  mayShow(picture: SlicePicture, orientation: PlaneOrientation): boolean {
    return mayReplace(this.#planes[orientation].picture, picture);
  }

  /** Only a picture that `mayShow` allows. It is uploaded by `refill`. */
  show(picture: SlicePicture, orientation: PlaneOrientation): void {
    this.#planes[orientation].show(picture);
  }

  /** Uploads what came since the last frame. */
  refill(uploads: Uploads): void {
    if (this.#frame === null) return;
    for (const orientation of PLANE_ORIENTATIONS) this.#planes[orientation].refill(uploads, this.#frame);
  }

  clear(orientation: PlaneOrientation): void {
    this.#planes[orientation].clear();
  }

  clearAll(): void {
    for (const orientation of PLANE_ORIENTATIONS) this.clear(orientation);
  }

  setFrame(frame: LocalFrame): void {
    this.#frame = frame;
    for (const orientation of PLANE_ORIENTATIONS) this.#planes[orientation].place(frame);
  }

  setSmooth(isSmooth: boolean): void {
    for (const orientation of PLANE_ORIENTATIONS) this.#planes[orientation].setSmooth(isSmooth);
  }

  setTheme(theme: SceneTheme): void {
    this.#theme = theme;
    this.#ghost.material.color.copy(screenColour(theme.highlight));
    this.#colourOutlines();
  }

  /** Returns false where it was highlighted already. */
  highlight(orientation: PlaneOrientation | null): boolean {
    if (orientation === this.#highlighted) return false;
    this.#highlighted = orientation;
    this.#colourOutlines();
    return true;
  }

  /** Null hides it. */
  placeGhost(target: { readonly orientation: PlaneOrientation; readonly index: number } | null): void {
    this.#ghost.visible = target !== null && this.#frame !== null;
    if (target === null || this.#frame === null) return;
    const frame = this.#frame;
    const [c00, c01, c10, c11] = planeCorners(target.orientation, target.index, frame.counts);
    lineThrough(this.#ghost.geometry, [c00, c01, c11, c10].map((corner) => localFromGrid(frame, corner))); // prettier-ignore
  }

  dispose(): void {
    for (const orientation of PLANE_ORIENTATIONS) this.#planes[orientation].dispose();
    this.#ghost.geometry.dispose();
    this.#ghost.material.dispose();
  }

  #colourOutlines(): void {
    if (this.#theme === null) return;
    for (const orientation of PLANE_ORIENTATIONS) {
      const colour = orientation === this.#highlighted ? this.#theme.highlight : this.#theme.outline;
      this.#planes[orientation].setOutlineColour(colour);
    }
  }
}
