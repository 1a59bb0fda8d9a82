import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { JobList } from './JobList.tsx';
import { OpeningMany } from './OpeningMany.tsx';
import { SurveyList } from './SurveyList.tsx';
import styles from './tree.module.css';
import { TreeHead } from './TreeHead.tsx';

/** What is open, what is being opened, and what runs. */
export function SurveyTreePanel() {
  const { session } = useViewer().stores;
  const surveys = useStore(session, (state) => state.surveys);
  const openings = useStore(session, (state) => state.openings);
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    return wanted === '' ? surveys : surveys.filter(({ info }) => info.name.toLowerCase().includes(wanted));
  }, [surveys, filter]);
  return (
    <div className={styles['panel']}>
      <TreeHead surveyCount={surveys.length} shownCount={shown.length} filter={filter} onFilter={setFilter} />
      {surveys.length + openings.length === 0 ? (
        <EmptyNote>Nothing is open.</EmptyNote>
      ) : (
        <SurveyList surveys={shown} openings={openings} filter={filter} />
      )}
      <OpeningMany />
      <JobList />
    </div>
  );
}
