import { useEffect, useState } from 'react';
import { useViewer } from '../../bindings/viewer.tsx';
import styles from './shell.module.css';

interface DropTargetProps {
  /** Absolute path of a dropped file or folder; null where the page cannot know it, as in a browser. */
  readonly pathOfFile: ((file: File) => string) | null;
}

/** Takes files and folders that are dropped on the window. */
export function DropTarget({ pathOfFile }: DropTargetProps) {
  const { commands, stores } = useViewer();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const isFileDrag = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      if (!isFileDrag(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!isFileDrag(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (pathOfFile === null) {
        stores.session.setState({ notice: { code: 'usage', detail: NO_PATHS } });
        return;
      }
      void commands.openPaths(files.map(pathOfFile).filter((path) => path !== ''));
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [commands, stores, pathOfFile]);

  return isOver ? <div className={styles['dropHint']}>Drop to open</div> : null;
}

const NO_PATHS =
  'A browser does not tell where a dropped file or folder lies, and surveys are opened in place: use Open… or name it on the command line';
