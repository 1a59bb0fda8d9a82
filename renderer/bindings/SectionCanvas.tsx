import { useEffect, useRef, useState } from 'react';
import { SCENE_THEMES } from '../scene/scene-theme.ts';
import { SectionScene } from '../scene/section-scene.ts';
import type { SectionView } from '../scene/section-view.ts';
import styles from './canvas.module.css';
import { followPointer } from './section-hover.ts';
import { linkSection } from './section-link.ts';
import { useCanvasSize } from './use-canvas-size.ts';
import { useTheme } from './use-theme.ts';
import { useViewer } from './viewer.tsx';

/** What the section's toolbar can do. */
export type SectionControls = Pick<SectionScene, 'zoomBy' | 'resetView' | 'setAspect'>;

interface SectionCanvasProps {
  readonly label: string;
  /** Called once, when the view can be controlled. Must not change between renders. */
  readonly onReady: (controls: SectionControls | null) => void;
  readonly onViewChanged: (view: SectionView) => void;
}

export function SectionCanvas({ label, onReady, onViewChanged }: SectionCanvasProps) {
  const viewer = useViewer();
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<SectionScene | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || overlay.current === null) return undefined;
    const hover = followPointer(viewer);
    const created = new SectionScene(element, overlay.current, {
      onDrawn: (report) => {
        viewer.recorder.presented(report);
        viewer.presentations.report(report.requestIds);
        const shown = report.requestIds.at(-1);
        if (shown !== undefined) element.dataset['shownRequestId'] = String(shown);
      },
      onViewChanged: (view) => {
        onViewChanged(view);
        viewer.leading.changed(view);
      },
      onHover: (pick) => hover.move(pick),
    });
    const unlink = linkSection(created, viewer);
    const stopLeading = viewer.leading.attach(created);
    setScene(created);
    onReady(created);
    return () => {
      onReady(null);
      setScene(null);
      hover.stop();
      stopLeading();
      unlink();
      created.dispose();
    };
  }, [viewer, onReady, onViewChanged]);

  useEffect(() => scene?.setTheme(SCENE_THEMES[theme]), [scene, theme]);
  useCanvasSize(frame, scene);

  return (
    <div ref={frame} className={styles['frame']}>
      <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={label} data-testid="section-canvas" />
      <div ref={overlay} className={styles['overlay']} />
    </div>
  );
}
