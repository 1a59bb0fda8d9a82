import { useRef } from 'react';
import styles from './display.module.css';

interface ClipHandlesProps {
  /** Clip as a share (0 to 1) of half the plot's width. */
  readonly share: number;
  /** Between the element's edge and the plot, in CSS pixels. */
  readonly padding: number;
  readonly onShare: (share: number) => void;
}

/** The two clip limits on the histogram, dragged together. The slider below it is their keyboard. */
export function ClipHandles({ share, padding, onShare }: ClipHandlesProps) {
  const frame = useRef<HTMLDivElement>(null);

  const drag = (clientX: number): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const fromMiddle = Math.abs(clientX - (box.left + box.width / 2));
    onShare(Math.min(fromMiddle / (box.width / 2), 1));
  };

  const handle = (side: 1 | -1) => (
    <div
      className={styles['handle']}
      style={{ left: `${50 + side * share * 50}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && drag(event.clientX)}
    />
  );

  return (
    <div ref={frame} className={styles['handles']} style={{ left: padding, right: padding }} aria-hidden>
      {handle(-1)}
      {handle(1)}
    </div>
  );
}
