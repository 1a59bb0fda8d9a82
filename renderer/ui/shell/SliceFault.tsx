import { useStore } from 'zustand';
import type { Orientation } from '../../../shared/slices.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import styles from './shell.module.css';

/** Why the latest picture is not there, over the earlier one that still is. */
export function SliceFault({ orientation }: { readonly orientation: Orientation }) {
  const { stores, commands } = useViewer();
  const fault = useStore(stores.session, (state) => state.sliceFaults[orientation]);
  if (fault === undefined) return null;
  return (
    <div className={styles['overPicture']}>
      <FaultNote fault={fault} actions={<Button onClick={() => commands.retrySlices()}>Try again</Button>} />
    </div>
  );
}
