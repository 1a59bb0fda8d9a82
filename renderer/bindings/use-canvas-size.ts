import { useEffect, type RefObject } from 'react';

/** Anything that draws into a canvas of a given size. */
export interface Resizable {
  /** CSS pixels, and device pixels for each. */
  resize(width: number, height: number, pixelRatio: number): void;
}

/** Keeps what draws at the size of its frame, also when the window moves to a screen of another density. */
export function useCanvasSize(frame: RefObject<HTMLElement | null>, target: Resizable | null): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null || target === null) return undefined;
    const resize = (): void => {
      const { clientWidth, clientHeight } = element;
      // A hidden dock has no size; it keeps its last picture until it is shown again.
      if (clientWidth > 0 && clientHeight > 0) target.resize(clientWidth, clientHeight, window.devicePixelRatio);
    };
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    const density = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    density.addEventListener('change', resize);
    return () => {
      observer.disconnect();
      density.removeEventListener('change', resize);
    };
  }, [frame, target]);
}
