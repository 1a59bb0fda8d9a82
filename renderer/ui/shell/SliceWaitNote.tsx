import { Hourglass } from 'lucide-react';
import { useStore } from 'zustand';
import type { Orientation } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { isCubeWanted } from '../../state/cube-file-store.ts';
import { formatLabel, labelOfIndex, orientationName, orientationUnit } from '../../state/position-labels.ts';
import { Button } from '../controls/Button.tsx';
import { formatDuration } from './format.ts';
import styles from './shell.module.css';

interface SliceWaitNoteProps {
  readonly info: SurveyInfo;
  readonly orientation: Orientation;
}

/** How long a picture takes whose coarse form is shown meanwhile, and what would spare the wait. */
export function SliceWaitNote({ info, orientation }: SliceWaitNoteProps) {
  const { stores, cubes } = useViewer();
  const wait = useStore(stores.session, (state) => state.sliceWaits[orientation]);
  const isOffered = useStore(stores.session, (state) => isCubeWanted(state.cubeFiles[info.id]));
  if (wait?.target.surveyId !== info.id) return null;
  const label = formatLabel(labelOfIndex(info, orientation, wait.target.plane.index));
  const plane = `${orientationName(info, orientation)} ${label} ${orientationUnit(info, orientation)}`.trim();
  return (
    <div className={styles['wait']} role="status" data-testid="slice-wait" data-every={wait.every}>
      <Hourglass aria-hidden />
      <p className={styles['waitText']}>
        {plane} takes about {formatDuration(wait.estimatedMs / 1000)} from {info.name}. {stepText(wait.every)}
      </p>
      {isOffered && <Button onClick={() => cubes.show(info.id)}>Cube file…</Button>}
    </div>
  );
}

const stepText = (every: number): string =>
  every > 1 ? `Every ${every === 2 ? '2nd' : `${every}th`} trace is being read.` : 'All traces are being read.';
