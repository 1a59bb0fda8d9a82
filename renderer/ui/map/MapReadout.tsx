import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import styles from './map.module.css';

/** Coordinates under the pointer, and the trace that is nearest to it. */
export function MapReadout() {
  const reading = useStore(useViewer().stores.map, (state) => state.reading);
  const nearest = reading?.nearest ?? null;
  const place = nearest ?? reading;
  if (place === null) {
    return (
      <p className={styles['readout']} data-testid="map-readout">
        Point at a line to see its nearest trace.
      </p>
    );
  }
  return (
    <dl className={styles['readout']} data-testid="map-readout">
      <Item name="Line" value={nearest?.name ?? null} />
      <Item name="Trace" value={nearest === null ? null : nearest.trace + 1} />
      <Item name="CDP" value={nearest?.cdp ?? null} />
      <Item name="X" value={place.x.toFixed(1)} />
      <Item name="Y" value={place.y.toFixed(1)} />
    </dl>
  );
}

const Item = ({ name, value }: { readonly name: string; readonly value: string | number | null }) =>
  value === null ? null : (
    <div className={styles['item']}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
