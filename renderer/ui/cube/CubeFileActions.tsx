import type { CubeFileState } from '../../../shared/cube-file.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import styles from './cube.module.css';

interface CubeFileActionsProps {
  readonly info: SurveyInfo;
  readonly cubeFile: CubeFileState;
  readonly onChooseFolder: () => void;
}

export function CubeFileActions({ info, cubeFile, onChooseFolder }: CubeFileActionsProps) {
  const { commands, cubes } = useViewer();
  if (cubeFile.status === 'serving') return null;
  if (cubeFile.status === 'building') {
    return (
      <div className={styles['actions']}>
        <Button onClick={() => void commands.cancelJob(cubeFile.jobId)}>Cancel</Button>
        <span className={styles['hint']}>What is finished is kept for the next build.</span>
      </div>
    );
  }
  const isReplacing = cubeFile.status === 'unused';
  const label = cubeFile.status === 'none' ? (cubeFile.isBegun ? 'Continue' : 'Build') : 'Build anew';
  // What some other program wrote is not ours to replace.
  const isOurs = cubeFile.status !== 'unused' || cubeFile.why !== 'foreign';
  return (
    <div className={styles['actions']}>
      {isOurs && (
        <Button isPrimary onClick={() => void cubes.build(info.id, isReplacing ? { replace: true } : {})}>
          {isReplacing ? `${label}, replacing it` : label}
        </Button>
      )}
      <Button onClick={onChooseFolder}>{isOurs ? 'In another folder…' : 'Build in another folder…'}</Button>
    </div>
  );
}
