import { useEffect, useState, type RefObject } from 'react';

/** CSS pixels inside an element's borders. */
export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** The size of an element, whole pixels; null until it was measured. */
export function useElementSize(element: RefObject<HTMLElement | null>): ElementSize | null {
  const [size, setSize] = useState<ElementSize | null>(null);
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = measured;
      setSize((earlier) => (earlier?.width === width && earlier.height === height ? earlier : { width, height }));
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
