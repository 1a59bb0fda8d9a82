import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { paintSlice } from '../../../shared/colour/paint-slice.ts';
import { pictureLayoutOf } from '../../../shared/colour/picture-layout.ts';
import { ABSENT_RGB } from '../../../shared/colour/rgb.ts';
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import { useElementSize } from '../../bindings/use-element-size.ts';
import { useTheme, type Theme } from '../../bindings/use-theme.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { provisionalClip } from '../../state/clip.ts';
import type { DisplayState } from '../../state/display-store.ts';
import styles from './assistant.module.css';
import { PlotFrame } from './PlotFrame.tsx';
import { sectionPreviewAxes } from './section-preview-layout.ts';

interface SectionPreviewProps {
  readonly preview: MappingPreview;
  /** `thumbnail`: the picture only. */
  readonly detail: 'full' | 'thumbnail';
}

/** CSS pixels that a label with its gap takes along its edge. */
const TOP_SPACING = 52;
const LEFT_SPACING = 32;

/** The middle of the survey, by a reading of the file, in the colours that the views have. */
export function SectionPreview({ preview, detail }: SectionPreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frame);
  const theme = useTheme();
  const display = useStore(useViewer().stores.display);

  useEffect(() => {
    if (canvas.current !== null) paint(canvas.current, preview, display, theme);
  }, [preview, display, theme]);

  const axes = useMemo(() => {
    const most = (pixels: number, spacing: number): number => Math.max(2, Math.floor(pixels / spacing));
    return sectionPreviewAxes(preview, {
      top: most(size?.width ?? 0, TOP_SPACING),
      left: most(size?.height ?? 0, LEFT_SPACING),
    });
  }, [preview, size]);
  const [across, down] = preview.section.view.shape;
  const isCoarser = size !== null && across <= size.width && down <= size.height;
  const picture = (
    <div ref={frame} className={styles['picture']}>
      <canvas
        ref={canvas}
        className={styles['canvas']}
        style={{ imageRendering: isCoarser ? 'pixelated' : 'auto' }}
        data-testid={`section-preview-${detail}`}
      />
    </div>
  );
  if (detail === 'thumbnail') return <div className={styles['thumb']}>{picture}</div>;
  return <PlotFrame {...axes}>{picture}</PlotFrame>;
}

/** One pixel a sample; the page stretches it. */
function paint(
  canvas: HTMLCanvasElement,
  { section }: MappingPreview,
  { colormap, clipPercentile, gain, polarity }: DisplayState,
  theme: Theme,
): void {
  const { plane, view } = section;
  const amplitudes = { clip: provisionalClip(view, clipPercentile) ?? 1, gain, polarity };
  const layout = pictureLayoutOf(plane.orientation, null);
  const { width, height, rgba } = paintSlice(view, null, layout, amplitudes, colormap, ABSENT_RGB[theme]);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0);
}
