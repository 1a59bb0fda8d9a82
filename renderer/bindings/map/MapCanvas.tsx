import { useEffect, useRef, useState } from 'react';
import { MapScene } from '../../scene/map/map-scene.ts';
import { MAP_THEMES } from '../../scene/map/map-theme.ts';
import type { MapPick } from '../../scene/map/map-content.ts';
import styles from '../canvas.module.css';
import { useCanvasSize } from '../use-canvas-size.ts';
import { useTheme } from '../use-theme.ts';
import { useViewer } from '../viewer.tsx';
import { linkMap } from './map-link.ts';

/** What the map's toolbar can do. */
export type MapControls = Pick<MapScene, 'showAll' | 'show' | 'zoomBy'>;

/** CSS pixels round the pointer in which a trace is near. */
const REACH = 10;

interface MapCanvasProps {
  /** Called once, when the map can be controlled. Must not change between renders. */
  readonly onReady: (controls: MapControls | null) => void;
}

export function MapCanvas({ onReady }: MapCanvasProps) {
  const viewer = useViewer();
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<MapScene | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || overlay.current === null) return undefined;
    const { map } = viewer;
    let frames = 0;
    const reach = (): number => REACH * (created.view?.unitsPerPixel ?? 0);
    const created = new MapScene(element, overlay.current, {
      onDrawn: () => {
        frames += 1;
        element.dataset['drawnFrames'] = String(frames);
        const { view } = created;
        element.dataset['view'] = view === null ? '' : `${view.centre.x} ${view.centre.y} ${view.unitsPerPixel}`;
      },
      onHover: (at, pick) => {
        link.setHovered(keyOf(pick));
        map.hover(at, pick, reach());
      },
      onClick: (at, pick, isAdding) => map.click(at, pick, isAdding, reach(), performance.now()),
      onOpen: (at, pick) => {
        if (at !== null && pick === null) created.showAll();
        else map.open(at, pick, reach(), performance.now());
      },
      onBox: (lines, isAdding) => {
        map.choose(lines, isAdding);
        viewer.stores.map.setState({ isBoxTool: false });
      },
      onLetGo: () => map.letGo(),
    });
    const link = linkMap(created, viewer);
    setScene(created);
    onReady(created);
    return () => {
      onReady(null);
      setScene(null);
      link.stop();
      created.dispose();
    };
  }, [viewer, onReady]);

  useEffect(() => scene?.setTheme(MAP_THEMES[theme]), [scene, theme]);
  useCanvasSize(frame, scene);

  return (
    <div ref={frame} className={styles['frame']}>
      <canvas
        ref={canvas}
        className={styles['canvas']}
        tabIndex={0}
        role="img"
        aria-label="Map of the open surveys: lines, outlines of cubes, crossings"
        data-testid="map-canvas"
      />
      <div ref={overlay} className={styles['overlay']} />
    </div>
  );
}

function keyOf(pick: MapPick | null): string | null {
  if (pick?.kind === 'line') return pick.line.key;
  return pick?.kind === 'cube' ? pick.cube.key : null;
}
