import { useEffect, useRef, useState } from 'react';
import { SCENE_THEMES } from '../../scene/scene-theme.ts';
import type { SectionView } from '../../scene/section-view.ts';
import { SplitScene } from '../../scene/split/split-scene.ts';
import styles from '../canvas.module.css';
import { useCanvasSize } from '../use-canvas-size.ts';
import { useTheme } from '../use-theme.ts';
import { useViewer } from '../viewer.tsx';
import { hoverSplit, linkSplit } from './split-link.ts';

/** What the split section's toolbar can do. */
export type SplitControls = Pick<SplitScene, 'zoomBy' | 'resetView' | 'setAspect'>;

interface SplitCanvasProps {
  readonly label: string;
  /** Called once, when the view can be controlled. Must not change between renders. */
  readonly onReady: (controls: SplitControls | null) => void;
  readonly onViewChanged: (view: SectionView) => void;
}

export function SplitCanvas({ label, onReady, onViewChanged }: SplitCanvasProps) {
  const viewer = useViewer();
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [scene, setScene] = useState<SplitScene | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const created = new SplitScene(element, {
      onDrawn: (report) => {
        viewer.recorder.presented(report);
        const shown = report.requestIds.at(-1);
        if (shown !== undefined) element.dataset['shownRequestId'] = String(shown);
      },
      onViewChanged,
      onHover: (pick) => hoverSplit(viewer, pick),
    });
    const unlink = linkSplit(created, viewer);
    setScene(created);
    onReady(created);
    return () => {
      onReady(null);
      setScene(null);
      unlink();
      created.dispose();
    };
  }, [viewer, onReady, onViewChanged]);

  useEffect(() => scene?.setTheme(SCENE_THEMES[theme]), [scene, theme]);
  useCanvasSize(frame, scene);

  return (
    <div ref={frame} className={styles['frame']}>
      <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={label} data-testid="split-canvas" />
    </div>
  );
}
