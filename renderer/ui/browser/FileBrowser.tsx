import { CornerLeftUp } from 'lucide-react';
import { useState } from 'react';
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

/** Chooses a file on the engine's computer, for hosts without a dialog of the system. */
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
  const { commands } = useViewer();
  const { listing, fault, go } = useFolder(start);
  const [selected, setSelected] = useState<string | null>(null);

  const parent = listing?.parent ?? null;
  const goUp = (): void => {
    if (parent !== null) go(parent);
  };
  const open = (path: string): void => {
    onClose();
    void commands.openPaths([path]);
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
        onSelect={(entry) => setSelected(entry?.kind === 'file' ? entry.path : null)}
        onOpen={(entry) => (entry.kind === 'folder' ? go(entry.path) : open(entry.path))}
        onParent={goUp}
      />
      <div className={styles['foot']}>
        <span className={styles['hint']}>Files on the computer where the engine runs.</span>
        <Button onClick={onClose}>Cancel</Button>
        <Button isPrimary disabled={selected === null} onClick={() => selected !== null && open(selected)}>
          Open
        </Button>
      </div>
    </div>
  );
}
