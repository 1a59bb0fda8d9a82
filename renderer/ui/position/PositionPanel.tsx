import { lineIndex } from '../../../shared/units.ts';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { isCube, orientationsOf, tracesShown } from '../../state/plane-positions.ts';
import { countOf } from '../shell/format.ts';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import styles from './position.module.css';
import { PositionControl } from './PositionControl.tsx';

/** Where each plane is: slider, number, steps. */
export function PositionPanel() {
  const survey = useActiveSurvey();
  if (survey === null) return <EmptyNote>Open a survey to move through it.</EmptyNote>;
  if (survey.info.traceCount === tracesShown(survey.info, lineIndex(0)) && !isCube(survey.info)) {
    return <EmptyNote>{allShown(survey.info.traceCount)}</EmptyNote>;
  }
  return (
    <div className={styles['panel']}>
      {orientationsOf(survey.info)
        .filter((orientation) => orientation !== 'gather')
        .map((orientation) => (
          <PositionControl key={orientation} info={survey.info} orientation={orientation} />
        ))}
    </div>
  );
}

const allShown = (traceCount: number): string =>
  traceCount === 1 ? 'The section shows the only trace.' : `The section shows all ${countOf(traceCount, 'trace')}.`;
