import { useMemo } from 'react';
import { useStore } from 'zustand';
import { crossingKey } from '../../bindings/crossings/crossing-keys.ts';
import { listedRows } from '../../bindings/crossings/listed-rows.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { CrossingNotes } from './CrossingNotes.tsx';
import { CrossingsToolbar } from './CrossingsToolbar.tsx';
import { CrossingTable } from './CrossingTable.tsx';
import styles from './crossings.module.css';

/** Where the open 2D lines cross. */
export function CrossingsPanel() {
  const viewer = useViewer();
  const { crossings, stores } = viewer;
  const state = useStore(stores.crossings);
  const { status, fault, importFault, found, filter, chosenLines, order, selected } = state;
  const rows = useMemo(
    () => listedRows({ found, filter, chosenLines, order }, stores.session.getState()),
    [stores, found, filter, chosenLines, order],
  );
  return (
    <div className={styles['panel']} data-testid="crossings-panel" data-status={status}>
      <CrossingsToolbar shownCount={rows.length} />
      {fault !== null && (
        <div className={styles['fault']}>
          <FaultNote fault={fault} actions={<Button onClick={() => crossings.searchAgain()}>Search again</Button>} />
        </div>
      )}
      {importFault !== null && (
        <div className={styles['fault']}>
          <FaultNote
            fault={importFault}
            actions={<Button onClick={() => stores.crossings.setState({ importFault: null })}>Dismiss</Button>}
          />
        </div>
      )}
      <CrossingNotes notes={found?.notes ?? []} />
      <CrossingTable
        rows={rows}
        order={order}
        selected={selected}
        isLinked
        emptyText={emptyText(status, filter !== '' || chosenLines !== null)}
        onOrder={(chosen) => stores.crossings.setState({ order: chosen })}
        onSelect={(ref) => crossings.select(ref)}
        onOpen={(ref) => crossings.open(ref)}
        onOtherKey={(key) => crossingKey(viewer, key)}
      />
    </div>
  );
}

function emptyText(status: string, isFiltered: boolean): string {
  if (status === 'none') return 'Open two or more 2D lines to see where they cross.';
  if (status === 'searching') return 'Searching…';
  if (status === 'cancelled') return 'The search was cancelled.';
  return isFiltered ? 'No crossing matches the filter.' : 'The open lines do not cross.';
}
