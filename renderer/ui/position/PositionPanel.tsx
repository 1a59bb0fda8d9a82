import { useStore } from 'zustand';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex } from '../../../shared/units.ts';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { movableOrientations, tracesAlong, tracesShown } from '../../state/plane-positions.ts';
import { countOf } from '../shell/format.ts';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { LineControl } from './LineControl.tsx';
import styles from './position.module.css';
import { PositionControl } from './PositionControl.tsx';
import { SelectionControl } from './SelectionControl.tsx';

/** Where each plane is: slider, number, steps; of gathers the offset, of a file of lines the line. */
export function PositionPanel() {
  const survey = useActiveSurvey();
  return survey === null ? <EmptyNote>Open a survey to move through it.</EmptyNote> : <Controls info={survey.info} />;
}

function Controls({ info }: { readonly info: SurveyInfo }) {
  const { view } = useViewer().stores;
  const line = useStore(view, (state) => state.positions[info.id]?.line ?? lineIndex(0));
  const { gathers, lines } = info;
  const orientations = movableOrientations(info, line);
  if (orientations.length === 0 && lines === null) return <EmptyNote>{allShown(tracesAlong(info, line))}</EmptyNote>;
  return (
    <div className={styles['panel']}>
      {lines !== null && <LineControl info={info} set={lines} />}
      {gathers !== null && <SelectionControl info={info} offsets={gathers.offsets} />}
      {orientations.map((orientation) => (
        <PositionControl key={orientation} info={info} orientation={orientation} />
      ))}
      {lines !== null && orientations.length === 0 && (
        <p className={styles['note']}>{allShown(tracesShown(info, line))}</p>
      )}
    </div>
  );
}

const allShown = (traceCount: number): string =>
  traceCount === 1 ? 'The section shows the only trace.' : `The section shows all ${countOf(traceCount, 'trace')}.`;
