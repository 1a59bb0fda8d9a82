/**
 * Request ids of one client. They come in pairs, the coarse picture's below the exact one's, so that "show only what has
 * a greater id" is the whole rule of order: exact replaces coarse of the same step, and no older step replaces a newer.
 */
export interface StepIds {
  readonly coarse: number;
  readonly exact: number;
}

export class RequestIds {
  #last = 0;

  next(): StepIds {
    this.#last += 2;
    return { coarse: this.#last - 1, exact: this.#last };
  }
}
