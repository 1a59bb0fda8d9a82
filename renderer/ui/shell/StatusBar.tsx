import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { CursorReadout } from './CursorReadout.tsx';
import styles from './shell.module.css';

const READERS = { addon: 'native reader', fallback: 'fallback reader' } as const;
const HOSTS = { electron: 'desktop', browser: 'local host' } as const;

export function StatusBar() {
  const hello = useStore(useViewer().stores.session, (state) => state.hello);
  return (
    <footer className={styles['statusBar']}>
      <CursorReadout />
      <span className={styles['spring']} />
      {hello !== null && (
        <span className={styles['status']} title={hello.readerNotice ?? undefined}>
          {READERS[hello.reader]}, {HOSTS[hello.host]}, {hello.version}
        </span>
      )}
    </footer>
  );
}
