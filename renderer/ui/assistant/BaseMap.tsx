import { useEffect, useMemo, useRef } from 'react';
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import { useElementSize, type ElementSize } from '../../bindings/use-element-size.ts';
import { useTheme } from '../../bindings/use-theme.ts';
import styles from './assistant.module.css';
import type { BaseMapLayout } from './base-map-layout.ts';
import { drawBaseMap, mapOf } from './draw-base-map.ts';
import { PlotFrame } from './PlotFrame.tsx';
import { UNIT_SIGNS } from './unit-words.ts';

interface BaseMapProps {
  readonly preview: MappingPreview;
  /** `thumbnail`: positions and outline only. */
  readonly detail: 'full' | 'thumbnail';
}

/** CSS pixels of a trace's mark: most maps have more traces than pixels. */
const DOT_SIZES = { full: 2, thumbnail: 1.2 } as const;

/** Where the traces lie, by a reading of the file. */
export function BaseMap({ preview, detail }: BaseMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frame);
  const theme = useTheme();
  const layout = useMemo(() => (size === null ? null : mapOf(preview, size.width, size.height)), [preview, size]);

  useEffect(() => {
    if (canvas.current === null || layout === null || size === null) return;
    const tokens = getComputedStyle(document.documentElement);
    const colours = { trace: tokens.getPropertyValue('--accent'), outline: tokens.getPropertyValue('--text-muted') };
    drawBaseMap(canvas.current, preview, layout, { ...size, dotSize: DOT_SIZES[detail] }, colours);
    // The theme changes the tokens that are read above.
  }, [preview, detail, layout, size, theme]);

  const picture = (
    <div ref={frame} className={styles['picture']}>
      {layout !== null && <canvas ref={canvas} className={styles['canvas']} data-testid={`base-map-${detail}`} />}
      {size !== null && layout === null && <p className={styles['noMap']}>No coordinates</p>}
    </div>
  );
  if (detail === 'thumbnail') return <div className={styles['thumb']}>{picture}</div>;

  const unit = UNIT_SIGNS[preview.info.mapping?.mapping.coordinateUnit ?? 'metres'];
  return (
    <PlotFrame title="Base map" {...axesOf(layout, size, unit)}>
      {picture}
      {layout !== null && (
        <div className={styles['scaleBar']} style={{ width: layout.scaleBar.pixels }} data-testid="scale-bar">
          {layout.scaleBar.label} {unit}
        </div>
      )}
    </PlotFrame>
  );
}

function axesOf(layout: BaseMapLayout | null, size: ElementSize | null, unit: string) {
  const { width, height } = size ?? { width: 1, height: 1 };
  const { xTicks, yTicks } = layout ?? { xTicks: [], yTicks: [] };
  const shareOf = (pixels: number) => (tick: { at: number; label: string }) => ({ ...tick, at: tick.at / pixels });
  return {
    top: { title: layout === null ? '' : `X (${unit})`, ticks: xTicks.map(shareOf(width)) },
    left: { title: layout === null ? '' : `Y (${unit})`, ticks: yTicks.map(shareOf(height)) },
  };
}
