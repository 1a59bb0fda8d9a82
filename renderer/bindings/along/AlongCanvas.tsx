import { useEffect, useRef, useState } from 'react';
import { SCENE_THEMES } from '../../scene/scene-theme.ts';
import { SectionScene } from '../../scene/section-scene.ts';
import type { SectionView } from '../../scene/section-view.ts';
import styles from '../canvas.module.css';
import { useCanvasSize } from '../use-canvas-size.ts';
import { useTheme } from '../use-theme.ts';
import { useViewer } from '../viewer.tsx';
import { hoverAlong, linkAlong } from './along-link.ts';

interface AlongCanvasProps {
  readonly label: string;
  /** Must not change between renders. */
  readonly onViewChanged: (view: SectionView) => void;
}

/** Pan and zoom are those of the line's own section. */
export function AlongCanvas({ label, onViewChanged }: AlongCanvasProps) {
  const viewer = useViewer();
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<SectionScene | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || overlay.current === null) return undefined;
    const created = new SectionScene(element, overlay.current, {
      onDrawn: (report) => {
        viewer.recorder.presented(report);
        const shown = report.requestIds.at(-1);
        if (shown !== undefined) element.dataset['shownRequestId'] = String(shown);
      },
      onViewChanged,
      onHover: (pick) => hoverAlong(viewer, pick),
      steering: viewer.leading.steeringFrom(() => ({ width: element.clientWidth, height: element.clientHeight })),
    });
    const unlink = linkAlong(created, viewer);
    setScene(created);
    return () => {
      setScene(null);
      unlink();
      created.dispose();
    };
  }, [viewer, onViewChanged]);

  useEffect(() => scene?.setTheme(SCENE_THEMES[theme]), [scene, theme]);
  useCanvasSize(frame, scene);

  return (
    <div ref={frame} className={styles['frame']}>
      <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={label} data-testid="along-canvas" />
      <div ref={overlay} className={styles['overlay']} />
    </div>
  );
}
