import { useState } from 'react';
import { useStore } from 'zustand';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FolderChooser } from '../browser/FolderChooser.tsx';
import { FactList } from '../tree/FactList.tsx';
import { JobProgress } from '../tree/JobProgress.tsx';
import { CubeFailure } from './CubeFailure.tsx';
import { CubeFileActions } from './CubeFileActions.tsx';
import { cubeFacts, cubeSentences } from './cube-words.ts';
import styles from './cube.module.css';

export function CubeFileBody({ info }: { readonly info: SurveyInfo }) {
  const { stores, cubes } = useViewer();
  const cubeFile = useStore(stores.session, (state) => state.cubeFiles[info.id]);
  const hasDialogs = useStore(stores.session, (state) => state.hello?.nativeDialogs === true);
  const jobs = useStore(stores.session, (state) => state.jobs);
  const hasFailed = useStore(stores.cubeFile, ({ failure }) => failure?.surveyId === info.id);
  const [isChoosing, setChoosing] = useState(false);
  if (cubeFile === undefined) return <p>Looking for it…</p>;
  const job = cubeFile.status === 'building' ? jobs.find(({ id }) => id === cubeFile.jobId) : undefined;
  const chooseFolder = (): void => {
    if (hasDialogs) void cubes.chooseFolderAndBuild(info.id);
    else setChoosing(true);
  };
  if (isChoosing) {
    return (
      <FolderChooser
        action="Build it here"
        onCancel={() => setChoosing(false)}
        onChoose={(folder) => {
          setChoosing(false);
          void cubes.build(info.id, { folder });
        }}
      />
    );
  }
  return (
    <div className={styles['body']} data-testid="cube-file" data-status={cubeFile.status}>
      {cubeSentences(cubeFile, info.name).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <FactList facts={cubeFacts(cubeFile)} />
      {job !== undefined && (
        <div className={styles['job']}>
          <JobProgress job={job} />
        </div>
      )}
      <CubeFailure info={info} onChooseFolder={chooseFolder} />
      {!hasFailed && <CubeFileActions info={info} cubeFile={cubeFile} onChooseFolder={chooseFolder} />}
    </div>
  );
}
