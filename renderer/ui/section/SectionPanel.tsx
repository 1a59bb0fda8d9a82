import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { SectionCanvas, type SectionControls } from '../../bindings/SectionCanvas.tsx';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import type { SectionView } from '../../scene/section-view.ts';
import { planeOf, positionKey } from '../../state/plane-positions.ts';
import { formatLabel, labelOfIndex, orientationName, orientationUnit } from '../../state/position-labels.ts';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { SliceFault } from '../shell/SliceFault.tsx';
import { SurveyFault } from '../shell/SurveyFault.tsx';
import { sectionAxes, type EdgeAxis } from './section-axes.ts';
import { SectionAxisEdges } from './SectionAxisEdges.tsx';
import { SectionToolbar } from './SectionToolbar.tsx';
import styles from './section.module.css';

/** The active plane, seen straight on. */
export function SectionPanel() {
  const survey = useActiveSurvey();
  if (survey === null) return <EmptyNote>Choose a survey to see its sections.</EmptyNote>;
  return (
    <div className={styles['panel']}>
      <SectionBody info={survey.info} />
      <SurveyFault survey={survey} />
    </div>
  );
}

function SectionBody({ info }: { readonly info: SurveyInfo }) {
  const { view: viewStore } = useViewer().stores;
  const orientation = useStore(viewStore, (state) => state.orientation);
  const positions = useStore(viewStore, (state) => state.positions[info.id]);
  const [controls, setControls] = useState<SectionControls | null>(null);
  const [view, setView] = useState<SectionView | null>(null);
  const axes = useMemo(
    () =>
      view === null || positions === undefined
        ? { top: { title: '', ticks: [] }, left: { title: '', ticks: [] } }
        : sectionAxes(info, planeOf(info, orientation, positions), view),
    [info, orientation, positions, view],
  );
  const position = formatLabel(labelOfIndex(info, orientation, positions?.[positionKey(orientation)] ?? 0));
  const label = `${orientationName(info, orientation)} ${position} ${orientationUnit(info, orientation)}`.trim();

  return (
    <>
      <SectionToolbar info={info} controls={controls} />
      <div className={styles['grid']} style={{ gridTemplateColumns: `${leftWidth(axes.left)} minmax(0, 1fr)` }}>
        <SectionAxisEdges axes={axes} />
        <div className={styles['picture']}>
          <SectionCanvas label={`Section: ${label}`} onReady={setControls} onViewChanged={setView} />
          <SliceFault orientation={orientation} />
        </div>
      </div>
    </>
  );
}

/** Characters that the left axis has room for at any zoom, so that it seldom changes its width under the pointer. */
const LEAST_CHARACTERS = 6;

/** Title, longest label and mark. */
function leftWidth({ ticks }: EdgeAxis): string {
  const longest = Math.max(LEAST_CHARACTERS, ...ticks.map(({ label }) => label.length));
  return `calc(${longest}ch + 26px)`;
}
