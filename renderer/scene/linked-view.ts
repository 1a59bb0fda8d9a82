/** A section that shows the same traces and times as another one over the same traces, with samples of its own. */
import type { SampleAxis } from '../../shared/axes.ts';
import type { PictureSize, SectionView } from './section-view.ts';

export interface LinkedCanvas {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Both are sections (traces across, samples down); they may be of different size. What the leading view shows from side to side
 * and from top to bottom fills this canvas too, by time: first samples and intervals may differ.
 */
export function linkedView(
  leading: SectionView,
  leadingSamples: SampleAxis,
  samples: SampleAxis,
  size: PictureSize,
  canvas: LinkedCanvas,
): SectionView {
  const { firstSampleMs, sampleIntervalUs } = leadingSamples;
  const ratio = samples.sampleIntervalUs / sampleIntervalUs;
  const value = firstSampleMs + (leading.centre.down * sampleIntervalUs) / 1000;
  return {
    size,
    layout: leading.layout,
    canvasWidth: canvas.width,
    canvasHeight: canvas.height,
    centre: {
      across: leading.centre.across,
      down: ((value - samples.firstSampleMs) * 1000) / samples.sampleIntervalUs,
    },
    scaleAcross: (leading.scaleAcross * canvas.width) / leading.canvasWidth,
    scaleDown: (leading.scaleDown * ratio * canvas.height) / leading.canvasHeight,
  };
}
