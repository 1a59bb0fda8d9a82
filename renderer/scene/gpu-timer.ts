/** GPU time of a frame through EXT_disjoint_timer_query_webgl2, where the browser offers it. */

/** The two constants of the extension that are used; TypeScript's DOM library does not know it. */
interface TimerQueryExtension {
  readonly TIME_ELAPSED_EXT: GLenum;
  readonly GPU_DISJOINT_EXT: GLenum;
}

export class GpuTimer {
  readonly #gl: WebGL2RenderingContext;
  readonly #extension: TimerQueryExtension | null;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#extension = gl.getExtension('EXT_disjoint_timer_query_webgl2') as TimerQueryExtension | null;
  }

  /** Null where GPU time cannot be measured. */
  begin(): WebGLQuery | null {
    if (this.#extension === null) return null;
    const query = this.#gl.createQuery();
    this.#gl.beginQuery(this.#extension.TIME_ELAPSED_EXT, query);
    return query;
  }

  end(query: WebGLQuery | null): void {
    if (query !== null && this.#extension !== null) this.#gl.endQuery(this.#extension.TIME_ELAPSED_EXT);
  }

  /** Milliseconds; null where the answer is not there yet, or is worthless because the GPU's clock jumped. Frees the query. */
  take(query: WebGLQuery | null): number | null {
    if (query === null || this.#extension === null) return null;
    const gl = this.#gl;
    const isThere = gl.getQueryParameter(query, gl.QUERY_RESULT_AVAILABLE) === true;
    const isDisjoint = gl.getParameter(this.#extension.GPU_DISJOINT_EXT) === true;
    const elapsedMs = isThere && !isDisjoint ? Number(gl.getQueryParameter(query, gl.QUERY_RESULT)) / 1e6 : null;
    gl.deleteQuery(query);
    return elapsedMs;
  }
}
