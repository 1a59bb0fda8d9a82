/** What was uploaded since the last frame, and how long that took. */
import type { FrameContents } from './frame-loop.ts';

export class Uploads {
  readonly #gl: WebGL2RenderingContext;
  #requestIds: number[] = [];
  #uploadMs = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** The flush hands the bytes over to the GPU's process; without it the upload would be counted as drawing. */
  measure(requestId: number, upload: () => void): void {
    const startedAt = performance.now();
    upload();
    this.#gl.flush();
    this.#uploadMs += performance.now() - startedAt;
    this.#requestIds.push(requestId);
  }

  take(): FrameContents {
    const contents = { requestIds: this.#requestIds, uploadMs: this.#uploadMs };
    this.#requestIds = [];
    this.#uploadMs = 0;
    return contents;
  }
}
