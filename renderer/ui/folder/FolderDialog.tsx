import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { Modal } from '../controls/Modal.tsx';
import { Segments } from '../controls/Segments.tsx';
import { countOf, fileNameOf, formatCount } from '../shell/format.ts';
import styles from './folder.module.css';
import { FolderProgress } from './FolderProgress.tsx';
import { FolderTable } from './FolderTable.tsx';
import { byName, isSurvey, shownRows, type FolderFilter, type FolderOrder, type HealthFilter } from './folder-rows.ts';
import { OtherFiles } from './OtherFiles.tsx';
import { NOTHING_SELECTED } from './row-selection.ts';

const HEALTH_FILTERS: readonly { readonly value: HealthFilter; readonly label: string; readonly hint: string }[] = [
  { value: 'all', label: 'All', hint: 'Every survey' },
  { value: 'doubtful', label: 'In doubt', hint: 'Damaged, or read by a choice that may be wrong' },
  { value: 'damaged', label: 'Damaged', hint: 'Something of the file is not shown' },
];

/** The surveys of a folder, to choose from. It can be closed and shown again while the folder is looked through. */
export function FolderDialog() {
  const { stores, folders } = useViewer();
  const isShown = useStore(stores.folder, (state) => state.isShown);
  const path = useStore(stores.folder, (state) => state.path);
  return (
    <Modal
      title={`Surveys in ${fileNameOf(path)}`}
      isOpen={isShown}
      width="min(1180px, 96vw)"
      onClose={() => folders.show(false)}
    >
      {/* Another folder begins with nothing chosen. */}
      <FolderDialogBody key={path} />
    </Modal>
  );
}

function FolderDialogBody() {
  const { stores, folders } = useViewer();
  const { path, files, status } = useStore(stores.folder);
  const [filter, setFilter] = useState<FolderFilter>({ text: '', health: 'all' });
  const [order, setOrder] = useState<FolderOrder>({ column: 'name', isDescending: false });
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const rows = useMemo(() => shownRows(files, filter, order), [files, filter, order]);
  const surveyCount = useMemo(() => files.filter(isSurvey).length, [files]);
  const others = useMemo(() => byName(files.filter((file) => !isSurvey(file))), [files]);

  const open = (paths: readonly string[]): void => {
    if (paths.length === 0) return;
    folders.show(false);
    void folders.openAll(paths);
  };
  const isFiltered = rows.length < surveyCount;
  const chosen = rows.filter((row) => selection.paths.has(row.path)).map((row) => row.path);

  return (
    <div className={styles['folder']}>
      <p className={styles['path']} title={path}>
        {path}
      </p>
      <FolderProgress surveyCount={surveyCount} />
      <div className={styles['tools']}>
        <input
          type="search"
          className={styles['filter']}
          placeholder="Filter by name, kind or format"
          aria-label="Filter"
          spellCheck={false}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        <Segments
          label="Health"
          value={filter.health}
          options={HEALTH_FILTERS}
          onChange={(health) => setFilter({ ...filter, health })}
        />
        <span className={styles['shown']}>{isFiltered ? `${formatCount(rows.length)} shown` : ''}</span>
      </div>
      <FolderTable
        rows={rows}
        order={order}
        selection={selection}
        emptyText={emptyText(status === 'looking', isFiltered)}
        onOrder={setOrder}
        onSelect={setSelection}
        onOpen={open}
      />
      <OtherFiles files={others} />
      <div className={styles['foot']}>
        <span className={styles['hint']}>{countOf(chosen.length, 'survey')} chosen</span>
        <Button onClick={() => folders.show(false)}>Close</Button>
        <Button disabled={rows.length === 0} onClick={() => open(rows.map((row) => row.path))}>
          {isFiltered ? `Open the ${formatCount(rows.length)} shown` : 'Open all'}
        </Button>
        <Button isPrimary disabled={chosen.length === 0} onClick={() => open(chosen)}>
          Open chosen
        </Button>
      </div>
    </div>
  );
}

function emptyText(isLooking: boolean, isFiltered: boolean): string {
  if (isFiltered) return 'No survey matches the filter.';
  return isLooking ? 'Nothing found yet.' : 'No file in this folder opens as a survey.';
}
