/** 2D lines in the 3D scene: fences, and the posts where they cross. */
import { Group, type WebGLRenderer } from 'three';
import type { SampleAxis } from '../../../shared/axes.ts';
import type { DisplayUniforms } from '../display-uniforms.ts';
import type { LocalFrame } from '../local-frame.ts';
import type { SceneTheme } from '../scene-theme.ts';
import type { FenceLine } from './fence-line.ts';
import { FenceSet } from './fence-set.ts';
import { Posts, type Post } from './posts.ts';

export class LinesInScene {
  readonly fences: FenceSet;
  readonly posts = new Posts();
  readonly group = new Group();
  #unit: 'm' | 'ft' = 'm';
  #frame: LocalFrame | null = null;
  #samples: SampleAxis | null = null;

  constructor(renderer: WebGLRenderer, display: DisplayUniforms) {
    this.fences = new FenceSet(renderer, display);
    this.group.add(this.fences.group, this.posts.group);
  }

  /** What a scene of lines alone is labelled in. */
  get unit(): 'm' | 'ft' {
    return this.#unit;
  }

  /** Returns false where they are those that stood there already. */
  setFences(lines: readonly FenceLine[], unit: 'm' | 'ft'): boolean {
    this.#unit = unit;
    return this.fences.setLines(lines);
  }

  /** @param samples of what the lines stand among; null without a frame */
  setFrame(frame: LocalFrame | null, samples: SampleAxis | null): void {
    this.#frame = frame;
    this.#samples = samples;
    this.fences.setFrame(frame, samples);
    this.posts.place(frame, samples);
  }

  setPosts(posts: readonly Post[]): void {
    this.posts.set(posts);
    this.posts.place(this.#frame, this.#samples);
  }

  setTheme(theme: SceneTheme): void {
    this.fences.setTheme(theme);
    this.posts.setTheme(theme);
  }

  dispose(): void {
    this.fences.dispose();
    this.posts.dispose();
  }
}
