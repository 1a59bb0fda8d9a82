import { CornerLeftUp } from 'lucide-react';
import { useState } from 'react';
import type { FolderEntry } from '../../../shared/contract.ts';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Modal } from '../controls/Modal.tsx';
import styles from './browser.module.css';
import { FolderList } from './FolderList.tsx';
import { PathField } from './PathField.tsx';
import { useFolder } from './use-folder.ts';

interface FileBrowserProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Chooses a file or a folder on the engine's computer, for hosts without dialogs of the system. */
export function FileBrowser(props: FileBrowserProps) {
  const roots = useStore(useViewer().stores.session, (state) => state.hello?.roots) ?? [];
  return (
    <Modal title="Open a survey" isOpen={props.isOpen} width="720px" onClose={props.onClose}>
      {roots[0] === undefined ? (
        <p>
          This host shows no folder. Start it with <code>--root</code> and a folder, or name files on its command line.
        </p>
      ) : (
        <FileBrowserBody roots={roots} start={roots[0]} onClose={props.onClose} />
      )}
    </Modal>
  );
}

interface BodyProps {
  readonly roots: readonly string[];
  readonly start: string;
  readonly onClose: () => void;
}

function FileBrowserBody({ roots, start, onClose }: BodyProps) {
  const { commands, folders } = useViewer();
  const { listing, fault, go } = useFolder(start);
  const [selected, setSelected] = useState<FolderEntry | null>(null);

  const parent = listing?.parent ?? null;
  const goUp = (): void => {
    if (parent !== null) go(parent);
  };
  const open = (path: string): void => {
    onClose();
    void commands.openPaths([path]);
  };
  const selectedFile = selected?.kind === 'file' ? selected.path : null;
  const folder = selected?.kind === 'folder' ? selected.path : (listing?.path ?? null);
  const openFolder = (): void => {
    onClose();
    if (folder !== null) void folders.lookThrough(folder);
  };

  return (
    <div className={styles['browser']}>
      <div className={styles['pathRow']}>
        <IconButton label="Parent folder" disabled={parent === null} onClick={goUp}>
          <CornerLeftUp aria-hidden />
        </IconButton>
        <PathField path={listing?.path ?? start} onGo={go} onOpen={open} />
      </div>
      {roots.length > 1 && (
        <div className={styles['roots']}>
          {roots.map((root) => (
            <Button key={root} onClick={() => go(root)}>
              {root}
            </Button>
          ))}
        </div>
      )}
      {fault !== null && <FaultNote fault={fault} />}
      <FolderList
        key={listing?.path ?? ''}
        entries={listing?.entries ?? []}
        onSelect={setSelected}
        onOpen={(entry) => (entry.kind === 'folder' ? go(entry.path) : open(entry.path))}
        onParent={goUp}
      />
      <div className={styles['foot']}>
        <span className={styles['hint']}>Files on the computer where the engine runs.</span>
        <Button onClick={onClose}>Cancel</Button>
        <Button disabled={folder === null} title={folder ?? undefined} onClick={openFolder}>
          Open folder
        </Button>
        <Button isPrimary disabled={selectedFile === null} onClick={() => selectedFile !== null && open(selectedFile)}>
          Open
        </Button>
      </div>
    </div>
  );
}
