/** A canvas with its overlay, as the scenes want them, and random numbers that are the same every time. */
export interface CanvasHost {
  readonly canvas: HTMLCanvasElement;
  readonly overlay: HTMLElement;
  remove(): void;
}

export function createCanvasHost(width: number, height: number): CanvasHost {
  const host = document.createElement('div');
  const canvas = document.createElement('canvas');
  const overlay = document.createElement('div');
  host.style.cssText = `position: relative; width: ${width}px; height: ${height}px`;
  canvas.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%';
  overlay.style.cssText = 'position: absolute; inset: 0; overflow: hidden; pointer-events: none';
  host.append(canvas, overlay);
  document.body.append(host);
  return { canvas, overlay, remove: () => host.remove() };
}

/** Uniform in [0, 1): mulberry32, a 32-bit generator of Tommy Ettinger's (public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
