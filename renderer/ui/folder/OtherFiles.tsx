import { useState } from 'react';
import { describeFault } from '../../../shared/errors.ts';
import type { FolderFile } from '../../../shared/folder.ts';
import { countOf } from '../shell/format.ts';
import table from '../table/table.module.css';
import { useVirtualRows } from '../table/use-virtual-rows.ts';
import styles from './folder.module.css';

const ROW_HEIGHT = 22;

/** The files that do not open, each with its reason; closed until somebody asks. */
export function OtherFiles({ files }: { readonly files: readonly FolderFile[] }) {
  const [isOpen, setOpen] = useState(false);
  if (files.length === 0) return null;
  return (
    <details className={styles['others']} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{countOf(files.length, 'file')} that did not open as a survey</summary>
      {isOpen && <OtherRows files={files} />}
    </details>
  );
}

function OtherRows({ files }: { readonly files: readonly FolderFile[] }) {
  const { scroller, virtual } = useVirtualRows(files.length, ROW_HEIGHT);
  return (
    <div ref={scroller} className={styles['otherRows']} tabIndex={0} role="group" aria-label="Files that did not open">
      <div className={table['canvas']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const { path, name, fault } = files[index]!;
          const { message, advice } = describeFault(fault!);
          // The name stands beside it; a path in every line would push the reason out of view.
          const reason = message.replace(path, 'It');
          return (
            <p
              key={path}
              className={styles['other']}
              style={{ transform: `translateY(${start}px)` }}
              title={`${message} ${advice}`}
            >
              <span className={styles['otherName']}>{name}</span>
              <span className={styles['reason']}>{reason}</span>
            </p>
          );
        })}
      </div>
    </div>
  );
}
