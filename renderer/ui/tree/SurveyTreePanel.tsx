import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { JobList } from './JobList.tsx';
import { OpeningItem } from './OpeningItem.tsx';
import { SurveyItem } from './SurveyItem.tsx';
import styles from './tree.module.css';

/** What is open, what is being opened, and what runs. */
export function SurveyTreePanel() {
  const { stores } = useViewer();
  const { surveys, openings } = useStore(stores.session);
  const activeId = useStore(stores.view, (state) => state.activeSurveyId);
  return (
    <div className={styles['panel']}>
      <ul className={styles['list']} aria-label="Open surveys">
        {surveys.map((survey) => (
          <SurveyItem key={survey.info.id} survey={survey} isActive={survey.info.id === activeId} />
        ))}
        {openings.map((opening) => (
          <OpeningItem key={opening.path} opening={opening} />
        ))}
      </ul>
      {surveys.length + openings.length === 0 && <EmptyNote>Nothing is open.</EmptyNote>}
      <JobList />
    </div>
  );
}
