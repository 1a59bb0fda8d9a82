import { useStore } from 'zustand';
import { misTieMark } from '../../bindings/map/mis-tie-marks.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { MOST_DIFFERENCE } from '../../state/ties/mis-tie-scale.ts';
import styles from './map.module.css';

const GRADES = [0, 0.25, 0.5, 0.75, 1];

/** What colour and size of a crossing tell, where they tell anything. */
export function MisTieLegend() {
  const { view, open } = useStore(useViewer().stores.ties);
  if (open === null || view === 'hidden') return null;
  return (
    <div
      className={styles['misTies']}
      data-testid="mis-tie-legend"
      title="RMS of the difference over that of both traces: 0 where equal, 1.41 where unrelated. Crossings that are not used stay plain."
    >
      Mis-tie {view} adjustment
      {GRADES.map((grade) => {
        const { colour, diameter } = misTieMark(grade);
        return (
          <span key={grade} className={styles['step']}>
            <span className={styles['dot']} style={{ background: colour, width: diameter, height: diameter }} />
            {(grade * MOST_DIFFERENCE).toFixed(2)}
          </span>
        );
      })}
    </div>
  );
}
