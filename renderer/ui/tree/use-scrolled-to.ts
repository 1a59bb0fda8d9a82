import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

/**
 * Brings a row of a virtual list into view whenever `reason` changes, and not when other rows push it aside.
 * @param index negative where there is no such row
 */
export function useScrolledTo(
  rows: Virtualizer<HTMLDivElement, Element>,
  index: number,
  reason: string | number | null,
): void {
  const known = useRef<string | number | null>(null);
  useEffect(() => {
    if (known.current === reason) return;
    known.current = reason;
    if (index >= 0) rows.scrollToIndex(index);
  }, [rows, index, reason]);
}
