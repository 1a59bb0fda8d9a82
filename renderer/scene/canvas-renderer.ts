/**
 * The renderer of one canvas, with the scenes' one colour space: display-referred sRGB bytes. Colours go through
 * `screenColour` and the slice shader only, nothing converts or tone-maps them, and what is set is what a pixel holds.
 */
import { Color, LinearSRGBColorSpace, NoToneMapping, WebGLRenderer } from 'three';
import type { Rgb } from '../../shared/colour/rgb.ts';

/** Throws where the browser has no WebGL2. */
export function createCanvasRenderer(
  canvas: HTMLCanvasElement,
  needs: { readonly antialias: boolean; readonly depth: boolean },
): WebGLRenderer {
  const renderer = new WebGLRenderer({ canvas, ...needs, alpha: false, stencil: false });
  // three converts from its linear working space to the output space; equal spaces convert nothing.
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.toneMapping = NoToneMapping;
  return renderer;
}

/** A colour that three writes to the screen as these bytes. */
export const screenColour = ([red, green, blue]: Rgb): Color =>
  new Color().setRGB(red / 255, green / 255, blue / 255, LinearSRGBColorSpace);

export const contextOf = (renderer: WebGLRenderer): WebGL2RenderingContext =>
  renderer.getContext() as WebGL2RenderingContext;

/**
 * Frees the context at once where its canvas has left the page: browsers allow about 16, and garbage collection comes
 * late. A canvas that is still in the page keeps its context, since another scene may take it over.
 */
export function disposeRenderer(renderer: WebGLRenderer): void {
  renderer.dispose();
  if (!renderer.domElement.isConnected) renderer.forceContextLoss();
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row-major from the top left. */
  readonly rgba: Uint8Array;
}

/** The drawing buffer. Only in the task that drew it: afterwards the browser may have cleared it. */
export function readDrawnPixels(gl: WebGL2RenderingContext): Pixels {
  const width = gl.drawingBufferWidth;
  const height = gl.drawingBufferHeight;
  const upwards = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, upwards);
  const rgba = new Uint8Array(upwards.length);
  const bytes = width * 4;
  for (let y = 0; y < height; y += 1) {
    const source = (height - 1 - y) * bytes;
    rgba.set(upwards.subarray(source, source + bytes), y * bytes);
  }
  return { width, height, rgba };
}
