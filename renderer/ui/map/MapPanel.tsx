import { useState } from 'react';
import { useStore } from 'zustand';
import { MapCanvas, type MapControls } from '../../bindings/map/MapCanvas.tsx';
import { useViewer } from '../../bindings/viewer.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { MapAbsent } from './MapAbsent.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapReadout } from './MapReadout.tsx';
import { MapToolbar } from './MapToolbar.tsx';
import { MisTieLegend } from './MisTieLegend.tsx';
import styles from './map.module.css';

/** The ground from above: where everything that is open lies. */
export function MapPanel() {
  const isEmpty = useStore(useViewer().stores.map, ({ shownCount }) => shownCount === 0);
  const [controls, setControls] = useState<MapControls | null>(null);
  return (
    <div className={styles['panel']}>
      <MapToolbar controls={controls} />
      <MisTieLegend />
      <div className={styles['map']}>
        <MapCanvas onReady={setControls} />
        {isEmpty && (
          <div className={styles['empty']}>
            <EmptyNote>Nothing that is open has a place on the ground that is known.</EmptyNote>
          </div>
        )}
        <MapLegend />
        <MapAbsent />
      </div>
      <MapReadout />
    </div>
  );
}
