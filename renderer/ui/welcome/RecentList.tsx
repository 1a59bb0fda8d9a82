import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import styles from './welcome.module.css';

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

export function RecentList() {
  const { stores, commands } = useViewer();
  const recents = useStore(stores.session, (state) => state.recents);
  if (recents.length === 0) return null;
  return (
    <section>
      <h2 className={styles['heading']}>Recent</h2>
      <ul className={styles['recents']}>
        {recents.map(({ path, name, openedMs }) => (
          <li key={path}>
            <button type="button" className={styles['recent']} onClick={() => void commands.openPaths([path])}>
              <span className={styles['recentName']}>{name}</span>
              <span className={styles['recentDate']}>{dateFormat.format(openedMs)}</span>
              <span className={styles['recentPath']} title={path}>
                {path}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
