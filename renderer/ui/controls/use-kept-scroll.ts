import { useEffect, type RefObject } from 'react';

/** What a virtualised list remembers of its place. */
interface ScrolledList {
  readonly scrollOffset: number | null;
}

/**
 * Docks that make room for another are taken out of the page and put back: their lists then begin at the top without a
 * word, and a virtualised one would go on showing the rows of where it was. This scrolls it back there.
 */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>, list: ScrolledList): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { scrollOffset } = list;
      if (scrollOffset !== null && element.scrollTop !== scrollOffset) element.scrollTop = scrollOffset;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, list]);
}
