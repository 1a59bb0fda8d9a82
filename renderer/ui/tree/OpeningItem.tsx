import { LoaderCircle } from 'lucide-react';
import { useViewer } from '../../bindings/viewer.tsx';
import type { Opening } from '../../state/session-store.ts';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { fileNameOf } from '../shell/format.ts';
import styles from './tree.module.css';
import { useScrolledIntoView } from './use-scrolled-into-view.ts';

/** A file on its way, or why it did not open. */
export function OpeningItem({ opening }: { readonly opening: Opening }) {
  const { commands } = useViewer();
  const { path, fault } = opening;
  const item = useScrolledIntoView(fault !== null);
  if (fault === null) {
    return (
      <li className={styles['opening']}>
        <LoaderCircle aria-hidden className={styles['spinner']} />
        <span className={styles['nameText']}>Opening {fileNameOf(path)}…</span>
      </li>
    );
  }
  const actions = (
    <>
      <Button onClick={() => void commands.openPaths([path])}>Try again</Button>
      <Button onClick={() => commands.dismissOpening(path)}>Dismiss</Button>
    </>
  );
  return (
    <li ref={item} className={styles['openingFault']}>
      <FaultNote fault={fault} actions={actions} />
    </li>
  );
}
