import { useEffect, useRef } from 'react';
import { useElementSize, type ElementSize } from '../../bindings/use-element-size.ts';
import { useTheme } from '../../bindings/use-theme.ts';
import styles from './ties.module.css';

/** @param colourOf a design token's value in the theme that is on */
export type Draw = (context: CanvasRenderingContext2D, size: ElementSize, colourOf: (token: string) => string) => void;

interface DrawnCanvasProps {
  readonly label: string;
  readonly testId: string;
  /** Draws all of it, in CSS pixels. The same function until something else is to be seen. */
  readonly draw: Draw;
}

/** Fills the element around it, and is drawn again whenever that changes its size or the theme its colours. */
export function DrawnCanvas({ label, testId, draw }: DrawnCanvasProps) {
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frame);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size === null) return;
    const ratio = window.devicePixelRatio;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const tokens = getComputedStyle(element);
    draw(context, size, (token) => tokens.getPropertyValue(token));
  }, [draw, size, theme]);

  return (
    <div ref={frame} className={styles['frame']}>
      <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={label} data-testid={testId} />
    </div>
  );
}
