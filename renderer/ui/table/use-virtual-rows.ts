import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useRef, type RefObject } from 'react';
import { useKeptScroll } from '../controls/use-kept-scroll.ts';

/** Beyond those in view, so that a wheel's step meets no gap. */
const OVERSCAN = 10;

/** Rows of one height in CSS pixels, of which only those in view are in the page. They stay where they were when docks make room. */
export function useVirtualRows(
  count: number,
  rowHeight: number,
): { readonly scroller: RefObject<HTMLDivElement | null>; readonly virtual: Virtualizer<HTMLDivElement, Element> } {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  });
  useKeptScroll(scroller, virtual);
  return { scroller, virtual };
}
