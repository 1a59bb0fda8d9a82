import { useEffect, useRef, type RefObject } from 'react';

/** Brings an item of a scrolled list into view when it becomes the one that matters. */
export function useScrolledIntoView(matters: boolean): RefObject<HTMLDivElement | null> {
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (matters) item.current?.scrollIntoView({ block: 'nearest' });
  }, [matters]);
  return item;
}
