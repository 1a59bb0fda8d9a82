import { FileUp, FolderOpen, Layers } from 'lucide-react';
import { useStore } from 'zustand';
import iconUrl from '../../../assets/icon.svg';
import { useViewer } from '../../bindings/viewer.tsx';
import { useChoosers } from '../browser/choosers-context.ts';
import { Button } from '../controls/Button.tsx';
import { JobList } from '../tree/JobList.tsx';
import { OpeningItem } from '../tree/OpeningItem.tsx';
import { OpeningMany } from '../tree/OpeningMany.tsx';
import { ReaderNotice } from './ReaderNotice.tsx';
import { RecentList } from './RecentList.tsx';
import styles from './welcome.module.css';

/** Shown while no survey is open. */
export function WelcomeView() {
  const { stores, commands } = useViewer();
  const { openFiles, openFolder } = useChoosers();
  const openings = useStore(stores.session, (state) => state.openings);
  const isReady = useStore(stores.session, (state) => state.connection.status === 'ready');
  return (
    <main className={styles['welcome']} data-testid="welcome">
      <div className={styles['column']}>
        <header className={styles['head']}>
          <img src={iconUrl} alt="" width={48} height={48} />
          <div>
            <h1 className={styles['title']}>Crossline</h1>
            <p className={styles['subtitle']}>Seismic surveys, straight from disk</p>
          </div>
        </header>
        <div className={styles['actions']}>
          <Button isPrimary disabled={!isReady} onClick={openFiles}>
            <FileUp aria-hidden /> Open…
          </Button>
          <Button disabled={!isReady} onClick={openFolder}>
            <FolderOpen aria-hidden /> Open folder…
          </Button>
          <Button disabled={!isReady} onClick={() => void commands.openSample('small')}>
            <Layers aria-hidden /> Open sample
          </Button>
        </div>
        <p className={styles['hint']}>
          SEG-Y cubes and lines. The sample is made on this computer: about 20 MB, a cube and 24 lines.
        </p>
        <ul className={styles['openings']}>
          {openings.map((opening) => (
            <li key={opening.path}>
              <OpeningItem opening={opening} />
            </li>
          ))}
        </ul>
        <OpeningMany />
        <JobList />
        <RecentList />
        <ReaderNotice />
      </div>
    </main>
  );
}
