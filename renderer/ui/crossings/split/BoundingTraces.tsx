import { useEffect, useReducer, useRef } from 'react';
import { useStore } from 'zustand';
import { useElementSize } from '../../../bindings/use-element-size.ts';
import { useTheme } from '../../../bindings/use-theme.ts';
import { useViewer } from '../../../bindings/viewer.tsx';
import type { SectionView } from '../../../scene/section-view.ts';
import type { SplitSide } from '../../../scene/split/split-geometry.ts';
import { SPLIT_SIDES } from '../../../scene/split/split-scene.ts';
import type { Split } from '../../../state/crossings/split.ts';
import { boundingWiggles, boundsByDistance } from './bounding-wiggles.ts';
import { drawBoundingTraces } from './draw-bounding-traces.ts';
import type { SplitAxes } from './split-axes.ts';
import styles from './split.module.css';

interface BoundingTracesProps {
  readonly split: Split;
  readonly axes: SplitAxes;
  readonly view: SectionView;
}

const COLOUR_TOKENS: Readonly<Record<SplitSide, string>> = { left: '--accent', right: '--warning' };

/** The traces on both sides of the crossing, of both lines, over each other on the section's own axis of time. */
export function BoundingTraces({ split, axes, view }: BoundingTracesProps) {
  const viewer = useViewer();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize(frame);
  const display = useStore(viewer.stores.display);
  const statistics = useStore(viewer.stores.session, (state) => state.statistics);
  const [pictures, arrived] = useReducer((count: number) => count + 1, 0);
  useEffect(() => viewer.splitBoard.subscribe(arrived), [viewer]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size === null) return;
    const ratio = window.devicePixelRatio;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const tokens = getComputedStyle(element);
    const colourOf = (token: string): string => tokens.getPropertyValue(token);
    const colours = { left: colourOf(COLOUR_TOKENS.left), right: colourOf(COLOUR_TOKENS.right) };
    const wiggles = boundingWiggles(viewer, split, axes.geometry, view, colours);
    drawBoundingTraces(context, size.width, size.height, colourOf('--border-strong'), wiggles);
    element.dataset['traceCount'] = String(wiggles.length);
  }, [viewer, split, axes, view, size, theme, display, statistics, pictures]);

  return (
    <>
      <div className={styles['legend']} data-testid="bounding-legend">
        {SPLIT_SIDES.map((side) => (
          <span key={side} className={styles['legendLine']} data-side={side} title={legendHint(split, side)}>
            {legendText(split, side)}
          </span>
        ))}
      </div>
      <div ref={frame} className={styles['traces']}>
        <canvas
          ref={canvas}
          className={styles['tracesCanvas']}
          role="img"
          aria-label="Traces that bound the crossing, over each other"
          data-testid="bounding-traces"
        />
      </div>
    </>
  );
}

/** People count traces from 1. */
const legendText = (split: Split, side: SplitSide): string => {
  const numbers = boundsByDistance(split[side]).map((trace) => trace + 1);
  return `${numbers.length === 1 ? 'Trace' : 'Traces'} ${numbers.join(', ')}`;
};

const legendHint = (split: Split, side: SplitSide): string =>
  `Traces of ${split[side].profile.name} on both sides of the crossing, the nearer one first and stronger`;
