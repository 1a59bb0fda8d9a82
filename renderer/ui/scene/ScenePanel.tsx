import { useState } from 'react';
import { SurveyCanvas, type SurveyControls } from '../../bindings/SurveyCanvas.tsx';
import { useStore } from 'zustand';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { orientationsOf } from '../../state/plane-positions.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { Button } from '../controls/Button.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { SliceFault } from '../shell/SliceFault.tsx';
import { SliceWaitNote } from '../shell/SliceWaitNote.tsx';
import styles from './scene.module.css';
import { SceneToolbar } from './SceneToolbar.tsx';

/** A cube in 3D, with 2D lines among its slices; without a cube the lines alone. */
export function ScenePanel() {
  const survey = useActiveSurvey();
  const { stores } = useViewer();
  const orientation = useStore(stores.view, (state) => state.orientation);
  const cube = useStore(stores.scene, ({ situation }) => situation.cube);
  const isEmpty = useStore(stores.scene, ({ situation: { fences, isWaiting } }) => fences.length === 0 && !isWaiting);
  const [controls, setControls] = useState<SurveyControls | null>(null);
  if (survey === null) return <EmptyNote>Choose a survey to see it in 3D.</EmptyNote>;
  if (cube === null && isEmpty) return <NoPlace info={survey.info} />;
  return (
    <div className={styles['panel']}>
      <SceneToolbar controls={controls} />
      <div className={styles['picture']}>
        <SurveyCanvas onReady={setControls} />
        {cube !== null && orientationsOf(cube).map((shown) => <SliceFault key={shown} orientation={shown} />)}
        {/* The section tells of its own. */}
        {cube !== null && orientation !== 'sample' && <SliceWaitNote info={cube} orientation="sample" />}
      </div>
    </div>
  );
}

/** Why nothing is shown, and where it is. */
function NoPlace({ info }: { readonly info: SurveyInfo }) {
  const { scene } = useViewer().stores;
  const isHidden = useStore(scene, ({ mode }) => mode === 'none') && info.lines !== null;
  if (isHidden) {
    return (
      <EmptyNote>
        <Button onClick={() => scene.setState({ mode: 'chosen' })}>Show the line in 3D</Button>
      </EmptyNote>
    );
  }
  return (
    <EmptyNote>
      {info.name} is no cube{info.lines !== null && ', and where its traces are is not known'}, so it has no place in
      3D. The section view shows it {shownBy(info)}.
    </EmptyNote>
  );
}

function shownBy({ kind, gathers }: SurveyInfo): string {
  if (gathers !== null) return 'by offset and gather';
  return kind === 'line' ? 'along the line' : 'by trace number';
}
