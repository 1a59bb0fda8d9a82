import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import styles from './welcome.module.css';

/** Says when files are read by the slower reader, and why. */
export function ReaderNotice() {
  const notice = useStore(useViewer().stores.session, (state) => state.hello?.readerNotice ?? null);
  if (notice === null) return null;
  return (
    <p className={styles['notice']} data-testid="reader-notice">
      {notice}
    </p>
  );
}
