import { useCallback, useEffect, useRef, useState } from 'react';
import { NOT_SCROLLED, ScaledScroller, type ScrollState } from './scaled-scroller.ts';

export interface ScaledScroll extends ScrollState {
  readonly showRow: (row: number, isCentred?: boolean) => void;
}

/**
 * Which rows a scrolled element shows.
 * @param element null until it is in the page
 * @param headHeight of what stays at its top
 */
export function useScaledScroll(
  element: HTMLElement | null,
  { rowCount, rowHeight, headHeight }: { rowCount: number; rowHeight: number; headHeight: number },
): ScaledScroll {
  const [state, setState] = useState(NOT_SCROLLED);
  const scroller = useRef<ScaledScroller | null>(null);

  useEffect(() => {
    if (element === null) return undefined;
    const created = new ScaledScroller(element, headHeight, setState);
    scroller.current = created;
    return () => {
      scroller.current = null;
      created.dispose();
    };
  }, [element, headHeight]);

  useEffect(() => scroller.current?.setRows({ rowCount, rowHeight }), [element, rowCount, rowHeight]);

  const showRow = useCallback((row: number, isCentred = false) => scroller.current?.showRow(row, isCentred), []);
  return { ...state, showRow };
}
