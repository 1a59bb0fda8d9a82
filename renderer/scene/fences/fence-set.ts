/** All fences of the 3D scene. */
import { Group, type WebGLRenderer } from 'three';
import type { SampleAxis } from '../../../shared/axes.ts';
import type { DisplayUniforms } from '../display-uniforms.ts';
import type { LocalFrame, PointInLocal } from '../local-frame.ts';
import { mayReplace } from '../picture-order.ts';
import type { LocalRay } from '../plane-pick.ts';
import type { SceneTheme } from '../scene-theme.ts';
import type { SlicePicture } from '../slice-picture.ts';
import type { Uploads } from '../uploads.ts';
import { lengthOf, minus } from '../vector.ts';
import { createDepthMaterial } from './depth-material.ts';
import { Fence } from './fence.ts';
import { fenceCorners, type FenceLine } from './fence-line.ts';
import { hitFence, type FenceHit } from './fence-pick.ts';

export interface FencePick extends FenceHit {
  readonly key: string;
}

export class FenceSet {
  readonly group = new Group();
  readonly #renderer: WebGLRenderer;
  readonly #display: DisplayUniforms;
  readonly #depthMaterial = createDepthMaterial();
  readonly #fences = new Map<string, Fence>();
  #frame: LocalFrame | null = null;
  #sceneSamples: SampleAxis | null = null;
  #theme: SceneTheme | null = null;
  #isSmooth = false;
  #highlighted: string | null = null;
  #active: string | null = null;

  constructor(renderer: WebGLRenderer, display: DisplayUniforms) {
    this.#renderer = renderer;
    this.#display = display;
  }

  get lines(): readonly FenceLine[] {
    return [...this.#fences.values()].map(({ line }) => line);
  }

  /** Keeps the pictures of lines that are the same object as before. Returns false where nothing came or went. */
  setLines(lines: readonly FenceLine[]): boolean {
    const wanted = new Map(lines.map((line) => [line.key, line]));
    let isChanged = false;
    for (const [key, fence] of this.#fences) {
      if (wanted.get(key) === fence.line) continue;
      fence.dispose();
      this.#fences.delete(key);
      isChanged = true;
    }
    for (const [key, line] of wanted) {
      if (this.#fences.has(key)) continue;
      this.#add(key, line);
      isChanged = true;
    }
    return isChanged;
  }

  /** One that is older than what is shown is left out. */
  setPicture(key: string, picture: SlicePicture): void {
    const fence = this.#fences.get(key);
    if (fence !== undefined && mayReplace(fence.picture, picture)) fence.show(picture);
  }

  /** Uploads what came since the last frame. */
  refill(uploads: Uploads): void {
    if (this.#frame === null || this.#sceneSamples === null) return;
    for (const fence of this.#fences.values()) fence.refill(uploads, this.#frame, this.#sceneSamples);
  }

  /** @param sceneSamples the axis that the frame was made of; both null without one */
  setFrame(frame: LocalFrame | null, sceneSamples: SampleAxis | null): void {
    this.#frame = frame;
    this.#sceneSamples = sceneSamples;
    this.group.visible = frame !== null;
    if (frame === null || sceneSamples === null) return;
    for (const fence of this.#fences.values()) fence.place(frame, sceneSamples);
  }

  setSmooth(isSmooth: boolean): void {
    this.#isSmooth = isSmooth;
    for (const fence of this.#fences.values()) fence.setSmooth(isSmooth);
  }

  setTheme(theme: SceneTheme): void {
    this.#theme = theme;
    this.#colourOutlines();
  }

  /** Returns false where nothing is drawn otherwise. */
  highlight(key: string | null): boolean {
    if (key === this.#highlighted) return false;
    this.#highlighted = key;
    this.#colourOutlines();
    return true;
  }

  /** The line that is looked at. */
  setActive(key: string | null): void {
    this.#active = key;
    this.#colourOutlines();
  }

  /** The first that the ray hits. */
  pick(ray: LocalRay): FencePick | null {
    let nearest: FencePick | null = null;
    for (const [key, { local }] of this.#fences) {
      const hit = local === null ? null : hitFence(local, ray);
      if (hit !== null && (nearest === null || hit.distance < nearest.distance)) nearest = { key, ...hit };
    }
    return nearest;
  }

  /** What a camera must see to see all of them. */
  get corners(): readonly PointInLocal[] {
    return [...this.#fences.values()].flatMap(({ local }) => (local === null ? [] : fenceCorners(local)));
  }

  /** Before a frame from another eye. */
  orderFrom(eye: PointInLocal): void {
    for (const fence of this.#fences.values()) {
      const distances = fence.local === null ? [] : fenceCorners(fence.local).map((at) => lengthOf(minus(at, eye)));
      fence.setOrder(Math.min(...distances, 1e6));
    }
  }

  dispose(): void {
    for (const fence of this.#fences.values()) fence.dispose();
    this.#fences.clear();
    this.#depthMaterial.dispose();
  }

  #add(key: string, line: FenceLine): void {
    const fence = new Fence(line, this.#renderer, this.#display, this.#depthMaterial);
    this.#fences.set(key, fence);
    this.group.add(fence.group);
    fence.setSmooth(this.#isSmooth);
    if (this.#frame !== null && this.#sceneSamples !== null) fence.place(this.#frame, this.#sceneSamples);
    this.#colour(key, fence);
  }

  #colourOutlines(): void {
    for (const [key, fence] of this.#fences) this.#colour(key, fence);
  }

  #colour(key: string, fence: Fence): void {
    if (this.#theme === null) return;
    const isLookedAt = key === this.#active || key === this.#highlighted;
    fence.setOutlineColour(isLookedAt ? this.#theme.highlight : this.#theme.outline);
  }
}
