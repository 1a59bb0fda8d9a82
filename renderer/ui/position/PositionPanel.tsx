import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { orientationsOf } from '../../state/plane-positions.ts';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import styles from './position.module.css';
import { PositionControl } from './PositionControl.tsx';

/** Where each plane is: slider, number, steps. */
export function PositionPanel() {
  const survey = useActiveSurvey();
  if (survey === null) return <EmptyNote>Open a survey to move through it.</EmptyNote>;
  return (
    <div className={styles['panel']}>
      {orientationsOf(survey.info).map((orientation) => (
        <PositionControl key={orientation} info={survey.info} orientation={orientation} />
      ))}
    </div>
  );
}
