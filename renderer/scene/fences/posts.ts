/** Crossings in the 3D scene: a vertical line each, over the times that both lines have. */
import { BufferAttribute, BufferGeometry, Group, LineBasicMaterial, LineSegments } from 'three';
import type { SampleAxis } from '../../../shared/axes.ts';
import { screenColour } from '../canvas-renderer.ts';
import type { LocalFrame, PointInLocal } from '../local-frame.ts';
import type { SceneTheme } from '../scene-theme.ts';
import type { PointOnCanvas } from '../section-view.ts';
import { localFromWorld, localHeight } from './fence-line.ts';

export interface Post {
  /** E.g. "CL85-101 × CL03-303". */
  readonly name: string;
  /** World coordinates, in the unit of the scene's. */
  readonly x: number;
  readonly y: number;
  /** Two-way times in ms; metres where the domain is depth. */
  readonly fromValue: number;
  readonly toValue: number;
}

interface LocalPost {
  readonly top: PointInLocal;
  readonly bottom: PointInLocal;
}

export interface PostPick {
  /** Of the posts, as they were given. */
  readonly index: number;
  /** CSS pixels from the pointer. */
  readonly away: number;
  /** The place of the post under the pointer. */
  readonly at: PointInLocal;
}

/** CSS pixels that a pointer may be beside a post. */
const REACH = 6;

export class Posts {
  readonly group = new Group();
  readonly #all = new LineSegments(new BufferGeometry(), new LineBasicMaterial());
  /** Seen through whatever stands before them. */
  readonly #marked = new LineSegments(new BufferGeometry(), new LineBasicMaterial({ depthTest: false }));
  #posts: readonly Post[] = [];
  #local: readonly LocalPost[] = [];
  #hovered: number | null = null;
  #selected: number | null = null;

  constructor() {
    this.group.add(this.#all, this.#marked);
    for (const object of this.group.children) object.frustumCulled = false;
    this.#marked.renderOrder = Number.MAX_SAFE_INTEGER;
  }

  set(posts: readonly Post[]): void {
    this.#posts = posts;
    this.#hovered = null;
    this.#selected = null;
  }

  /** The one that is pointed at, and its upper end in the local frame. */
  get hovered(): { readonly name: string; readonly top: PointInLocal } | null {
    const index = this.#hovered ?? -1;
    const [post, local] = [this.#posts[index], this.#local[index]];
    return post === undefined || local === undefined ? null : { name: post.name, top: local.top };
  }

  /** Null hides them. */
  place(frame: LocalFrame | null, sceneSamples: SampleAxis | null): void {
    this.group.visible = frame !== null;
    if (frame === null || sceneSamples === null) {
      this.#local = [];
      return;
    }
    const heightOf = localHeight(frame, sceneSamples);
    this.#local = this.#posts.map(({ x, y, fromValue, toValue }) => {
      const foot = localFromWorld(frame, x, y);
      return { top: { ...foot, y: heightOf(fromValue) }, bottom: { ...foot, y: heightOf(toValue) } };
    });
    fill(this.#all.geometry, this.#local);
    this.#mark();
  }

  setTheme(theme: SceneTheme): void {
    this.#all.material.color.copy(screenColour(theme.post));
    this.#marked.material.color.copy(screenColour(theme.highlight));
  }

  /** Returns false where nothing is drawn otherwise. */
  mark(hovered: number | null, selected: number | null): boolean {
    if (hovered === this.#hovered && selected === this.#selected) return false;
    this.#hovered = hovered;
    this.#selected = selected;
    this.#mark();
    return true;
  }

  /** The one nearest to a point of the canvas, within reach; where it is behind something is for the caller to say. */
  pick(point: PointOnCanvas, project: (at: PointInLocal) => PointOnCanvas): PostPick | null {
    let nearest: PostPick | null = null;
    for (const [index, { top, bottom }] of this.#local.entries()) {
      const [from, to] = [project(top), project(bottom)];
      const [alongX, alongY] = [to.x - from.x, to.y - from.y];
      const squared = alongX * alongX + alongY * alongY;
      const wanted = squared === 0 ? 0 : ((point.x - from.x) * alongX + (point.y - from.y) * alongY) / squared;
      const share = Math.min(Math.max(wanted, 0), 1);
      const away = Math.hypot(point.x - from.x - share * alongX, point.y - from.y - share * alongY);
      if (away > REACH || (nearest !== null && away >= nearest.away)) continue;
      nearest = { index, away, at: { ...top, y: top.y + share * (bottom.y - top.y) } };
    }
    return nearest;
  }

  dispose(): void {
    for (const { geometry, material } of [this.#all, this.#marked]) {
      geometry.dispose();
      material.dispose();
    }
  }

  #mark(): void {
    const marked = [this.#hovered, this.#selected].flatMap((index) =>
      index === null ? [] : (this.#local[index] ?? []),
    );
    fill(this.#marked.geometry, marked);
  }
}

function fill(geometry: BufferGeometry, posts: readonly LocalPost[]): void {
  const ends = posts.flatMap(({ top, bottom }) => [top.x, top.y, top.z, bottom.x, bottom.y, bottom.z]);
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(ends), 3));
}
