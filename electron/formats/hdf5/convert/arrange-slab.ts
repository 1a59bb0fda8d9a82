/** A slab's samples in the order of a layout. */
import type { ArrayWork } from '../../../native/array-work.ts';
import type { CubeLayout, CubeShape } from '../cube/cube-layouts.ts';
import type { Slab } from './slab.ts';

export class SlabArranger {
  readonly #layout: CubeLayout;
  readonly #shape: CubeShape;
  readonly #work: ArrayWork;
  #turned = new Float32Array(0);

  constructor(layout: CubeLayout, shape: CubeShape, work: ArrayWork) {
    this.#layout = layout;
    this.#shape = shape;
    this.#work = work;
  }

  /** The slab itself, or a view that holds until the next call. */
  async arrange({ inlines, samples: slab }: Slab): Promise<Float32Array> {
    const { crosslines, samples } = this.#shape;
    if (this.#layout === 'ilines') return slab;
    if (this.#turned.length < slab.length) this.#turned = new Float32Array(slab.length);
    const turned = this.#turned.subarray(0, slab.length);
    if (this.#layout === 'hlines') {
      await this.#work.transpose(slab, inlines * crosslines, samples, turned);
      return turned;
    }
    for (let inline = 0, from = 0; inline < inlines; inline += 1) {
      for (let crossline = 0; crossline < crosslines; crossline += 1, from += samples) {
        turned.set(slab.subarray(from, from + samples), (crossline * inlines + inline) * samples);
      }
    }
    return turned;
  }
}
