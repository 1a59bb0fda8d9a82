import { useEffect, useRef, useState } from 'react';
import { SCENE_THEMES } from '../scene/scene-theme.ts';
import { SurveyScene } from '../scene/survey-scene.ts';
import styles from './canvas.module.css';
import { FenceLink } from './scene/fence-link.ts';
import { activateScene, hoverSurvey, linkSurvey } from './survey-link.ts';
import { useCanvasSize } from './use-canvas-size.ts';
import { useTheme } from './use-theme.ts';
import { useViewer } from './viewer.tsx';

/** What the 3D view's toolbar can do. */
export type SurveyControls = Pick<SurveyScene, 'lookFrom' | 'setVerticalExaggeration' | 'verticalExaggeration'>;

interface SurveyCanvasProps {
  /** Called once, when the view can be controlled. Must not change between renders. */
  readonly onReady: (controls: SurveyControls | null) => void;
}

export function SurveyCanvas({ onReady }: SurveyCanvasProps) {
  const viewer = useViewer();
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<SurveyScene | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || overlay.current === null) return undefined;
    let fences: FenceLink | null = null;
    const created = new SurveyScene(element, overlay.current, {
      onDrawn: (report) => {
        viewer.recorder.presented(report);
        viewer.presentations.report(report.requestIds);
        for (const requestId of report.requestIds) element.dataset['shownRequestId'] = String(requestId);
      },
      onMoveSlice: (orientation, index) => {
        activateScene(viewer, orientation);
        viewer.mover.moveTo(orientation, index, performance.now());
      },
      onHover: (pick) => hoverSurvey(viewer, pick),
      onActivate: (orientation) => activateScene(viewer, orientation),
      onHoverFence: (pick) => fences?.hoverFence(pick),
      onActivateFence: (key) => fences?.activateFence(key),
      onHoverPost: (index) => fences?.hoverPost(index),
      onActivatePost: (index) => fences?.activatePost(index),
    });
    const unlink = linkSurvey(created, viewer);
    fences = new FenceLink(created, viewer);
    setScene(created);
    onReady(created);
    return () => {
      onReady(null);
      setScene(null);
      unlink();
      fences.stop();
      created.dispose();
    };
  }, [viewer, onReady]);

  useEffect(() => scene?.setTheme(SCENE_THEMES[theme]), [scene, theme]);
  useCanvasSize(frame, scene);

  return (
    <div ref={frame} className={styles['frame']}>
      <canvas
        ref={canvas}
        className={styles['canvas']}
        role="img"
        aria-label="3D scene: an inline, a crossline and a horizontal slice of a cube in its box, 2D lines as fences, and their crossings"
        data-testid="scene-canvas"
      />
      <div ref={overlay} className={styles['overlay']} />
    </div>
  );
}
