/**
 * Draws on demand and measures what was drawn. States of a frame: wanted -> drawn, when depends on who asks (`drawSoon`,
 * `invalidate`, `invalidateAtLeisure`) -> fence signalled (the GPU has finished) -> presented in the animation frame
 * after that, and reported.
 */
import { GpuTimer } from './gpu-timer.ts';
import type { DrawnReport } from './slice-picture.ts';

/** What one draw call showed for the first time. */
export interface FrameContents {
  readonly requestIds: readonly number[];
  readonly uploadMs: number;
}

interface FrameInFlight extends FrameContents {
  readonly fence: WebGLSync;
  readonly query: WebGLQuery | null;
  readonly startedAt: number;
  drawMs: number | null;
}

/** More would only queue up behind a slow GPU and show older pictures later. */
const MOST_FRAMES_IN_FLIGHT = 2;
/** A frame at leisure begins no sooner than this many durations of the last frame after its beginning. */
const LEISURE = 4;

export class FrameLoop {
  readonly #canvas: HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;
  readonly #draw: () => FrameContents;
  readonly #onDrawn: (report: DrawnReport) => void;
  #timer: GpuTimer;
  #inFlight: FrameInFlight[] = [];
  #frameRequest: number | null = null;
  #pollTimeout: ReturnType<typeof setTimeout> | null = null;
  #leisureTimeout: ReturnType<typeof setTimeout> | null = null;
  #isWanted = false;
  #lastStartedAt = 0;
  #lastDurationMs = 0;

  constructor(
    canvas: HTMLCanvasElement,
    gl: WebGL2RenderingContext,
    draw: () => FrameContents,
    onDrawn: (report: DrawnReport) => void,
  ) {
    this.#canvas = canvas;
    this.#gl = gl;
    this.#draw = draw;
    this.#onDrawn = onDrawn;
    this.#timer = new GpuTimer(gl);
    canvas.addEventListener('webglcontextrestored', this.#onContextRestored);
  }

  /** Something changed: draw in the next animation frame. */
  invalidate(): void {
    this.#isWanted = true;
    this.#requestFrame();
  }

  /** Something came that is waited for: draws in this task where the GPU has room, else in a next animation frame. */
  drawSoon(): void {
    if (this.#inFlight.length < MOST_FRAMES_IN_FLIGHT) this.drawNow();
    else this.invalidate();
  }

  /**
   * Something changed that may wait: leaves three quarters of the GPU's time to others, where the GPU is slow. A GPU that
   * draws in 4 ms goes on drawing in every animation frame.
   */
  invalidateAtLeisure(): void {
    const waitMs = this.#lastStartedAt + LEISURE * this.#lastDurationMs - performance.now();
    if (waitMs <= 0) this.invalidate();
    else this.#leisureTimeout ??= setTimeout(() => this.invalidate(), waitMs);
  }

  /** Draws in this task: after a resize, which clears the canvas, and before pixels are read. */
  drawNow(): void {
    const gl = this.#gl;
    if (gl.isContextLost()) return;
    this.#isWanted = false;
    this.#endLeisure();
    const startedAt = performance.now();
    const query = this.#timer.begin();
    const contents = this.#draw();
    this.#timer.end(query);
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    if (fence === null) return;
    this.#inFlight.push({ ...contents, fence, query, startedAt, drawMs: null });
    this.#poll();
  }

  dispose(): void {
    this.#canvas.removeEventListener('webglcontextrestored', this.#onContextRestored);
    if (this.#frameRequest !== null) cancelAnimationFrame(this.#frameRequest);
    if (this.#pollTimeout !== null) clearTimeout(this.#pollTimeout);
    this.#endLeisure();
    for (const { fence, query } of this.#inFlight) {
      this.#gl.deleteSync(fence);
      this.#gl.deleteQuery(query);
    }
    this.#inFlight = [];
  }

  #endLeisure(): void {
    if (this.#leisureTimeout !== null) clearTimeout(this.#leisureTimeout);
    this.#leisureTimeout = null;
  }

  #requestFrame(): void {
    this.#frameRequest ??= requestAnimationFrame(this.#onFrame);
  }

  readonly #onFrame = (): void => {
    this.#frameRequest = null;
    this.#reportPresented();
    if (this.#isWanted && this.#inFlight.length < MOST_FRAMES_IN_FLIGHT) this.drawNow();
  };

  #reportPresented(): void {
    const presentedAt = performance.now();
    let frame = this.#inFlight[0];
    while (frame !== undefined && frame.drawMs !== null) {
      this.#inFlight.shift();
      const { requestIds, uploadMs, drawMs, query } = frame;
      this.#onDrawn({ requestIds, uploadMs, drawMs, gpuMs: this.#timer.take(query), presentedAt });
      frame = this.#inFlight[0];
    }
  }

  /** A fence's status changes between tasks only, so it is asked for by a timer (1 ms, and 4 ms after a few rounds). */
  #poll(): void {
    this.#pollTimeout ??= setTimeout(() => {
      this.#pollTimeout = null;
      this.#checkFences();
      if (this.#inFlight.some(({ drawMs }) => drawMs === null)) this.#poll();
    }, 1);
  }

  #checkFences(): void {
    const gl = this.#gl;
    if (gl.isContextLost()) this.#inFlight = [];
    for (const frame of this.#inFlight) {
      if (frame.drawMs !== null) continue;
      if (gl.getSyncParameter(frame.fence, gl.SYNC_STATUS) !== gl.SIGNALED) return;
      this.#lastStartedAt = frame.startedAt;
      this.#lastDurationMs = performance.now() - frame.startedAt;
      frame.drawMs = this.#lastDurationMs - frame.uploadMs;
      gl.deleteSync(frame.fence);
      this.#requestFrame();
    }
  }

  /** Fences and queries of the lost context are gone with it; three uploads its textures again. */
  readonly #onContextRestored = (): void => {
    this.#inFlight = [];
    this.#timer = new GpuTimer(this.#gl);
    this.invalidate();
  };
}
