import { useState } from 'react';
import { SurveyCanvas, type SurveyControls } from '../../bindings/SurveyCanvas.tsx';
import { useStore } from 'zustand';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { isCube, orientationsOf } from '../../state/plane-positions.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { SliceFault } from '../shell/SliceFault.tsx';
import { SliceWaitNote } from '../shell/SliceWaitNote.tsx';
import styles from './scene.module.css';
import { SceneToolbar } from './SceneToolbar.tsx';

/** The survey in 3D; only cubes have one. */
export function ScenePanel() {
  const survey = useActiveSurvey();
  const orientation = useStore(useViewer().stores.view, (state) => state.orientation);
  const [controls, setControls] = useState<SurveyControls | null>(null);
  if (survey === null) return <EmptyNote>Choose a survey to see it in 3D.</EmptyNote>;
  if (!isCube(survey.info)) {
    return (
      <EmptyNote>
        {survey.info.name} is no cube, so it has no place in 3D. The section view shows it {shownBy(survey.info)}.
      </EmptyNote>
    );
  }
  return (
    <div className={styles['panel']}>
      <SceneToolbar controls={controls} />
      <div className={styles['picture']}>
        <SurveyCanvas onReady={setControls} />
        {orientationsOf(survey.info).map((orientation) => (
          <SliceFault key={orientation} orientation={orientation} />
        ))}
        {/* The section tells of its own. */}
        {orientation !== 'sample' && <SliceWaitNote info={survey.info} orientation="sample" />}
      </div>
    </div>
  );
}

function shownBy({ kind, gathers }: SurveyInfo): string {
  if (gathers !== null) return 'by offset and gather';
  return kind === 'line' ? 'along the line' : 'by trace number';
}
