import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../../bindings/viewer.tsx';
import { refsOfTies } from '../../../state/ties/tie-at.ts';
import { groupNotes, tieLineRows, tieRows } from '../../../state/ties/tie-rows.ts';
import type { TieStatus } from '../../../state/ties/ties-store.ts';
import { Button } from '../../controls/Button.tsx';
import { FaultNote } from '../../controls/FaultNote.tsx';
import { TieCrossings } from './TieCrossings.tsx';
import { TieLines } from './TieLines.tsx';
import { TieNotes } from './TieNotes.tsx';
import { TiesToolbar } from './TiesToolbar.tsx';
import styles from './ties.module.css';

/** How far the open lines agree where they cross, and what makes them agree. */
export function TiesPanel() {
  const { ties, stores } = useViewer();
  const { status, fault, open, history } = useStore(stores.ties);
  const found = useStore(stores.crossings, (state) => state.found);
  const lines = useMemo(() => (open === null ? [] : tieLineRows(open, history.choices)), [open, history.choices]);
  const rows = useMemo(() => (open === null ? [] : tieRows(open, history.choices)), [open, history.choices]);
  const refs = useMemo(() => (open === null ? [] : refsOfTies(open, found)), [open, found]);
  const notes = useMemo(() => [...groupNotes(lines), ...(open?.notes ?? [])], [lines, open]);
  return (
    <div className={styles['panel']} data-testid="ties-panel" data-status={status}>
      <TiesToolbar />
      {fault !== null && (
        <div className={styles['fault']}>
          <FaultNote fault={fault} actions={<Button onClick={() => ties.tie()}>Tie again</Button>} />
        </div>
      )}
      <TieNotes notes={notes} />
      {open === null ? (
        <p className={styles['empty']}>{emptyText(status)}</p>
      ) : (
        <div className={styles['tables']} aria-busy={status === 'tying'}>
          <TieLines rows={lines} />
          <TieCrossings rows={rows} refs={refs} />
        </div>
      )}
    </div>
  );
}

function emptyText(status: TieStatus): string {
  if (status === 'tying') return 'Reading the traces at the crossings and comparing them…';
  if (status === 'cancelled') return 'Tying was cancelled.';
  return 'Tie lines finds the shift, phase, gain and time-variant shift of each open 2D line that make them agree where they cross. Nothing is written into their files.';
}
