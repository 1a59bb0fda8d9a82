import { Progress } from 'radix-ui';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { countOf, formatCount } from '../shell/format.ts';
import styles from './folder.module.css';

/** How far the folder was looked through, and what stopped it. */
export function FolderProgress({ surveyCount }: { readonly surveyCount: number }) {
  const { stores, folders } = useViewer();
  const { status, path, done, total, isCut, fault } = useStore(stores.folder);
  if (status === 'failed' && fault !== null) {
    const again = <Button onClick={() => void folders.lookThrough(path)}>Try again</Button>;
    return <FaultNote fault={fault} actions={again} />;
  }
  if (status === 'looking') {
    return (
      <div className={styles['progressRow']} role="status">
        <span className={styles['progressText']}>
          {total === 0 ? 'Finding files…' : `Looked at ${formatCount(done)} of ${countOf(total, 'file')}`}
        </span>
        <Progress.Root
          className={styles['progress']}
          value={done}
          max={Math.max(total, 1)}
          aria-label="Files looked at"
        >
          <Progress.Indicator
            className={styles['progressBar']}
            style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }}
          />
        </Progress.Root>
        <Button onClick={() => void folders.stopLooking()}>Stop</Button>
      </div>
    );
  }
  const stopped = status === 'cancelled' ? ` Stopped after ${formatCount(done)} of ${countOf(total, 'file')}.` : '';
  const cut = isCut ? ' There is more: only the first files, and not the deepest, were looked at.' : '';
  return (
    <div className={styles['progressRow']} role="status">
      <span className={styles['progressText']}>
        {countOf(surveyCount, 'survey')}.{stopped}
        {cut}
      </span>
      <Button onClick={() => void folders.lookThrough(path)}>Look again</Button>
    </div>
  );
}
