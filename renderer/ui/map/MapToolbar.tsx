import { BoxSelect, Maximize, ScanSearch, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useStore } from 'zustand';
import type { MapControls } from '../../bindings/map/MapCanvas.tsx';
import { useViewer } from '../../bindings/viewer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { formatCount } from '../shell/format.ts';
import shell from '../shell/shell.module.css';
import styles from './map.module.css';

const ZOOM_STEP = 1.4;

export function MapToolbar({ controls }: { readonly controls: MapControls | null }) {
  const { stores, map } = useViewer();
  const isBoxTool = useStore(stores.map, (state) => state.isBoxTool);
  const chosen = useStore(stores.crossings, (state) => state.chosenLines);
  return (
    <div className={shell['toolbar']} role="toolbar" aria-label="Map">
      <IconButton
        label="Choose lines by a box (Shift and drag)"
        aria-pressed={isBoxTool}
        onClick={() => stores.map.setState({ isBoxTool: !isBoxTool })}
      >
        <BoxSelect aria-hidden />
      </IconButton>
      {chosen !== null && (
        <>
          <span className={styles['chosen']} data-testid="map-chosen">
            {chosen.size === 1 ? '1 line chosen' : `${formatCount(chosen.size)} lines chosen`}
          </span>
          <IconButton label="Let go of the chosen lines" onClick={() => map.letGo()}>
            <X aria-hidden />
          </IconButton>
        </>
      )}
      <span className={shell['spring']} />
      <IconButton label="Zoom in" onClick={() => controls?.zoomBy(ZOOM_STEP)}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton label="Zoom out" onClick={() => controls?.zoomBy(1 / ZOOM_STEP)}>
        <ZoomOut aria-hidden />
      </IconButton>
      <IconButton
        label={chosen === null ? 'Zoom to what the section shows' : 'Zoom to the chosen lines'}
        onClick={() => controls?.show(chosen ?? map.shownKeys())}
      >
        <ScanSearch aria-hidden />
      </IconButton>
      <IconButton label="Show all of it" onClick={() => controls?.showAll()}>
        <Maximize aria-hidden />
      </IconButton>
    </div>
  );
}
