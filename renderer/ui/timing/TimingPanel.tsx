import { useStore } from 'zustand';
import { verdictOf } from '../../../shared/timing.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { ReaderNotice } from '../welcome/ReaderNotice.tsx';
import { CopyTimings } from './CopyTimings.tsx';
import { CounterFacts } from './CounterFacts.tsx';
import { PictureFacts } from './PictureFacts.tsx';
import { SearchTimes } from './SearchTimes.tsx';
import { Sparkline } from './Sparkline.tsx';
import { StageTable } from './StageTable.tsx';
import styles from './timing.module.css';

/** Where the milliseconds of the last picture went. */
export function TimingPanel() {
  const { last, history, framesPerSecond } = useStore(useViewer().stores.timing);
  if (last === null) return <EmptyNote>The times of a picture appear here once one is shown.</EmptyNote>;
  return (
    <div className={styles['panel']} data-testid="timing-panel" data-request-id={last.requestId}>
      <div className={styles['head']}>
        <strong className={styles['verdict']} data-testid="verdict">
          {verdictOf(last)}
        </strong>
        <CopyTimings />
      </div>
      <StageTable last={last} history={history} />
      <Sparkline timings={history.timings()} />
      <SearchTimes />
      <PictureFacts last={last} framesPerSecond={framesPerSecond} />
      <CounterFacts />
      <ReaderNotice />
    </div>
  );
}
