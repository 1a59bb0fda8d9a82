import { useStore } from 'zustand';
import { useShownTie } from '../../bindings/ties/use-shown-tie.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import type { ShownTie } from '../../bindings/ties/tie-board.ts';
import { FaultNote } from '../controls/FaultNote.tsx';
import section from '../section/section.module.css';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { CorrelationPlot } from './CorrelationPlot.tsx';
import { TieFigures } from './TieFigures.tsx';
import { TieGrid } from './TieGrid.tsx';
import styles from './ties.module.css';
import { TieToolbar } from './TieToolbar.tsx';

/** How the two lines agree where they cross: traces, correlation, warping, figures. */
export function TiePanel() {
  const { current, status, fault } = useStore(useViewer().stores.tiePanel);
  const tie = useShownTie();
  return (
    <div className={section['panel']} data-testid="tie-panel" data-status={status}>
      <TieToolbar />
      {current === null ? (
        <EmptyNote>Choose a crossing in the table, on the map or on a section.</EmptyNote>
      ) : current.kind === 'untied' ? (
        <EmptyNote>{current.reason}</EmptyNote>
      ) : fault !== null ? (
        <div className={styles['fault']}>
          <FaultNote fault={fault} />
        </div>
      ) : tie === null ? (
        <EmptyNote>Reading the traces…</EmptyNote>
      ) : (
        <TieBody tie={tie} />
      )}
    </div>
  );
}

function TieBody({ tie: { detail, subject } }: { readonly tie: ShownTie }) {
  if (detail === null) {
    return (
      <EmptyNote>
        {subject.names.join(' and ')} have too little time in common within the gate to be compared. Make the gate
        longer.
      </EmptyNote>
    );
  }
  return (
    <>
      <TieFigures detail={detail} subject={subject} />
      <CorrelationPlot detail={detail} />
      <TieGrid detail={detail} names={subject.names} />
    </>
  );
}
