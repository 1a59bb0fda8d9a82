import { LoaderCircle } from 'lucide-react';
import type { CrosslineFault } from '../../../shared/errors.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import type { Opening } from '../../state/session-store.ts';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { fileNameOf } from '../shell/format.ts';
import styles from './tree.module.css';
import { useScrolledIntoView } from './use-scrolled-into-view.ts';

/** The file is there and can be read: what its bytes mean is another matter. */
const isMisread = ({ code }: CrosslineFault): boolean =>
  code === 'not-segy' || code === 'truncated' || code === 'unsupported-format';

/** A file on its way, or why it did not open. */
export function OpeningItem({ opening }: { readonly opening: Opening }) {
  const { commands, assistant, datasets } = useViewer();
  const { path, fault } = opening;
  const item = useScrolledIntoView(fault !== null);
  if (fault === null) {
    return (
      <div className={styles['opening']}>
        <LoaderCircle aria-hidden className={styles['spinner']} />
        <span className={styles['nameText']}>Opening {fileNameOf(path)}…</span>
      </div>
    );
  }
  const actions = (
    <>
      <Button onClick={() => void commands.openPaths([path])}>Try again</Button>
      {isMisread(fault) && <Button onClick={() => void assistant.open(path)}>Try other readings</Button>}
      {fault.code === 'choose-dataset' && <Button onClick={() => void datasets.open(path)}>Choose the dataset…</Button>}
      <Button onClick={() => commands.dismissOpening(path)}>Dismiss</Button>
    </>
  );
  return (
    <div ref={item} className={styles['openingFault']}>
      <FaultNote fault={fault} actions={actions} />
    </div>
  );
}
