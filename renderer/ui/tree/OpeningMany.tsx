import { X } from 'lucide-react';
import { Progress } from 'radix-ui';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { formatCount } from '../shell/format.ts';
import styles from './tree.module.css';

/** How many of the surveys chosen from a folder are open by now. */
export function OpeningMany() {
  const { stores, folders } = useViewer();
  const opening = useStore(stores.folder, (state) => state.opening);
  if (opening === null) return null;
  const { done, total } = opening;
  return (
    <div className={styles['jobs']}>
      <div className={styles['job']} data-testid="opening-many">
        <span className={styles['jobTitle']}>Opening {formatCount(total)} surveys</span>
        <IconButton label="Stop opening surveys" onClick={() => folders.stopOpening()}>
          <X aria-hidden />
        </IconButton>
        <Progress.Root className={styles['progress']} value={done} max={total} aria-label="Surveys opened">
          <Progress.Indicator className={styles['progressBar']} style={{ width: `${(100 * done) / total}%` }} />
        </Progress.Root>
        <span className={styles['jobShare']}>{formatCount(done)}</span>
      </div>
    </div>
  );
}
