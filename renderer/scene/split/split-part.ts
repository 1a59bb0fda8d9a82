/** One of the two pictures of a split section, with its own colours: each survey has its own amplitudes. */
import type { WebGLRenderer } from 'three';
import type { DisplaySettings } from '../display-settings.ts';
import { DisplayUniforms } from '../display-uniforms.ts';
import type { SceneTheme } from '../scene-theme.ts';
import { SectionTiles, type CanvasArea } from '../section-tiles.ts';
import type { SectionView } from '../section-view.ts';
import type { SlicePicture } from '../slice-picture.ts';
import { SliceTexture } from '../slice-texture.ts';
import type { Uploads } from '../uploads.ts';

/** As in the section view: from this many device pixels per sample on, samples are shown as they are. */
const EXACT_FROM_PIXELS = 16;

export class SplitPartLayer {
  readonly #display = new DisplayUniforms();
  readonly #texture: SliceTexture;
  readonly #tiles = new SectionTiles(this.#display);
  #picture: SlicePicture | null = null;
  #isStale = false;
  #isSmoothChosen = false;

  constructor(renderer: WebGLRenderer) {
    this.#texture = new SliceTexture(renderer);
  }

  get group(): SectionTiles['group'] {
    return this.#tiles.group;
  }

  get picture(): SlicePicture | null {
    return this.#picture;
  }

  setPicture(picture: SlicePicture | null): void {
    this.#picture = picture;
    this.#isStale = picture !== null;
    if (picture !== null) return;
    this.#texture.dispose();
    this.#tiles.bind(this.#texture);
  }

  setDisplay(settings: DisplaySettings): void {
    this.#display.setDisplay(settings);
    this.#isSmoothChosen = settings.interpolation === 'smooth';
  }

  setTheme(theme: SceneTheme): void {
    this.#display.setAbsentColour(theme.absent);
  }

  /** Refills the texture where the picture is new, and places it on its part of the canvas. */
  place(view: SectionView, area: CanvasArea, pixelRatio: number, uploads: Uploads): void {
    const picture = this.#picture;
    if (picture === null) return;
    if (this.#isStale) {
      this.#isStale = false;
      uploads.measure(picture.requestId, () => this.#texture.update(picture));
      this.#tiles.bind(this.#texture);
    }
    const { rows, columns } = picture.decimation;
    const isClose = Math.min(view.scaleAcross * rows, view.scaleDown * columns) * pixelRatio >= EXACT_FROM_PIXELS;
    this.#tiles.place(view, picture, this.#isSmoothChosen && !isClose, area);
  }

  dispose(): void {
    this.#tiles.dispose();
    this.#texture.dispose();
    this.#display.dispose();
  }
}
