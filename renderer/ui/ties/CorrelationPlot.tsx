import { Fragment, useCallback, useRef } from 'react';
import type { TieEstimate } from '../../../shared/ties/estimate/estimate-tie.ts';
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import { useElementSize } from '../../bindings/use-element-size.ts';
import section from '../section/section.module.css';
import { drawCorrelation, xOfLag, yOfCorrelation } from './draw-correlation.ts';
import { DrawnCanvas, type Draw } from './DrawnCanvas.tsx';
import { signedText } from './tie-figures.ts';
import { valueTicksAcross } from './ticks-across.ts';
import styles from './ties.module.css';

/** CSS pixels from the peak's line. */
const PEAK_GAP = 5;

/** The correlation over the lag, solid, and its envelope, dashed; the peak is the shift. */
export function CorrelationPlot({ detail }: { readonly detail: TieDetail }) {
  const plot = useRef<HTMLDivElement>(null);
  const size = useElementSize(plot);
  const { axis, maxLag } = detail;
  const mostMs = maxLag * axis.intervalMs;
  const draw: Draw = useCallback(
    (context, drawn, colourOf) => drawCorrelation(context, drawn, { ...detail, intervalMs: axis.intervalMs }, colourOf),
    [detail, axis],
  );
  return (
    <div className={styles['correlation']}>
      <div className={section['left']} style={{ gridArea: '1 / 1' }}>
        {size !== null &&
          [1, 0, -1].map((value) => (
            <Fragment key={value}>
              <span className={section['leftMark']} style={{ top: yOfCorrelation(value, size.height) }} />
              <span
                className={section['leftTick']}
                style={{ top: `clamp(7px, ${yOfCorrelation(value, size.height)}px, 100% - 7px)` }}
              >
                {value < 0 ? '−1' : value}
              </span>
            </Fragment>
          ))}
      </div>
      <div ref={plot} className={styles['plot']}>
        <DrawnCanvas label="Correlation of the traces over the lag" testId="tie-correlation" draw={draw} />
        {size !== null && detail.estimate !== null && (
          <PeakLabel
            estimate={detail.estimate}
            x={xOfLag(detail.estimate.shiftMs, mostMs, size.width)}
            width={size.width}
          />
        )}
      </div>
      <div className={section['bottomCorner']} style={{ gridArea: '2 / 1' }} aria-hidden />
      <div className={section['bottom']} style={{ gridArea: '2 / 2' }} data-testid="tie-lag-axis">
        {size !== null &&
          valueTicksAcross(-mostMs, mostMs, size.width).map(({ value, label }) => (
            <Fragment key={label}>
              <span className={section['bottomMark']} style={{ left: xOfLag(value, mostMs, size.width) }} />
              <span className={section['bottomTick']} style={{ left: xOfLag(value, mostMs, size.width) }}>
                {label}
              </span>
            </Fragment>
          ))}
        <span className={section['bottomTitle']}>Correlation and its envelope over the lag (ms)</span>
      </div>
    </div>
  );
}

interface PeakLabelProps {
  readonly estimate: TieEstimate;
  /** CSS pixels from the left of the plot. */
  readonly x: number;
  readonly width: number;
}

/** Shift, phase and quality beside the peak, on the side that has more room. */
const PeakLabel = ({ estimate: { shiftMs, phaseDeg, quality }, x, width }: PeakLabelProps) => (
  <span
    className={styles['peak']}
    style={x > width / 2 ? { right: width - x + PEAK_GAP } : { left: x + PEAK_GAP }}
    data-testid="tie-peak"
  >
    {signedText(shiftMs, 1)} ms, {signedText(phaseDeg, 0)}°, quality {quality.toFixed(2)}
  </span>
);
