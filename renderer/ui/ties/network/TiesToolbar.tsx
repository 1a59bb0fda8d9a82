import { Redo2, RefreshCw, Undo2, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useViewer } from '../../../bindings/viewer.tsx';
import type { MisTieView } from '../../../state/ties/ties-store.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Segments } from '../../controls/Segments.tsx';
import { TieExportMenu } from './TieExportMenu.tsx';
import { TieSettingsFields } from './TieSettingsFields.tsx';
import styles from './ties.module.css';

const VIEWS: readonly { readonly value: MisTieView; readonly label: string; readonly hint: string }[] = [
  { value: 'hidden', label: 'Off', hint: 'The map does not show mis-ties' },
  { value: 'before', label: 'Before', hint: 'The map shows the mis-ties of the lines as they are stored' },
  { value: 'after', label: 'After', hint: 'The map shows what is left once the lines are corrected' },
];

export function TiesToolbar() {
  const { ties, stores } = useViewer();
  const { status, open, history, view } = useStore(stores.ties);
  const canTie = useStore(stores.crossings, ({ found }) => found !== null && found.crossings.x.length > 0);
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Ties">
      <Button isPrimary={open === null} disabled={!canTie || status === 'tying'} onClick={() => ties.tie()}>
        <RefreshCw aria-hidden /> {open === null ? 'Tie lines' : 'Tie again'}
      </Button>
      <TieSettingsFields />
      <IconButton label="Undo" shortcut="Ctrl Z" disabled={history.past.length === 0} onClick={() => ties.undo()}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        label="Redo"
        shortcut="Ctrl Shift Z"
        disabled={history.future.length === 0}
        onClick={() => ties.redo()}
      >
        <Redo2 aria-hidden />
      </IconButton>
      <span className={styles['spring']} />
      {status === 'tying' && <TyingProgress />}
      <span className={styles['field']}>
        On the map
        <Segments label="Mis-ties on the map" value={view} options={VIEWS} onChange={(chosen) => ties.show(chosen)} />
      </span>
      <TieExportMenu isDisabled={open === null} />
    </div>
  );
}

function TyingProgress() {
  const { ties, stores } = useViewer();
  const share = useStore(stores.session, ({ jobs }) => {
    const running = jobs.find(({ kind, status }) => kind === 'adjust' && status === 'running');
    return running === undefined || running.total === 0 ? 0 : running.done / running.total;
  });
  return (
    <span className={styles['state']} role="status">
      Tying… {Math.round(100 * share)} %
      <IconButton label="Cancel tying" onClick={() => void ties.cancel()}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
}
