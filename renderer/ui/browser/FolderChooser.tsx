import { CornerLeftUp } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { FolderEntry } from '../../../shared/contract.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './browser.module.css';
import { FolderList } from './FolderList.tsx';
import { PathField } from './PathField.tsx';
import { useFolder } from './use-folder.ts';

interface FolderChooserProps {
  /** What is done with the folder. */
  readonly action: string;
  readonly onChoose: (folder: string) => void;
  readonly onCancel: () => void;
}

/** Chooses a folder on the engine's computer, for hosts without dialogs of the system. */
export function FolderChooser(props: FolderChooserProps) {
  const roots = useStore(useViewer().stores.session, (state) => state.hello?.roots) ?? [];
  const [root] = roots;
  if (root !== undefined) return <FolderChooserBody {...props} start={root} />;
  return (
    <p>
      This host shows no folder. Start it with <code>--root</code> and a folder.
    </p>
  );
}

function FolderChooserBody({ start, action, onChoose, onCancel }: FolderChooserProps & { readonly start: string }) {
  const { listing, fault, go } = useFolder(start);
  const [selected, setSelected] = useState<FolderEntry | null>(null);
  const parent = listing?.parent ?? null;
  const goUp = (): void => {
    if (parent !== null) go(parent);
  };
  const folder = selected?.path ?? listing?.path ?? null;
  return (
    <div className={styles['browser']}>
      <div className={styles['pathRow']}>
        <IconButton label="Parent folder" disabled={parent === null} onClick={goUp}>
          <CornerLeftUp aria-hidden />
        </IconButton>
        <PathField path={listing?.path ?? start} onGo={go} onOpen={go} />
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      <FolderList
        key={listing?.path ?? ''}
        entries={(listing?.entries ?? []).filter(({ kind }) => kind === 'folder')}
        emptyText="There is no folder in this one."
        onSelect={setSelected}
        onOpen={(entry) => {
          setSelected(null);
          go(entry.path);
        }}
        onParent={goUp}
      />
      <div className={styles['foot']}>
        <span className={styles['hint']}>{folder}</span>
        <Button onClick={onCancel}>Back</Button>
        <Button isPrimary disabled={folder === null} onClick={() => folder !== null && onChoose(folder)}>
          {action}
        </Button>
      </div>
    </div>
  );
}
