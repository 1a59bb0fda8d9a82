import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { LineNavigation } from '../../../shared/navigation.ts';
import { planeKey, type Orientation } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { SectionCanvas, type SectionControls } from '../../bindings/SectionCanvas.tsx';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import type { SectionView } from '../../scene/section-view.ts';
import type { ShownNavigation } from '../../state/navigation-store.ts';
import { planeOf, positionKey, type PlanePositions } from '../../state/plane-positions.ts';
import { formatLabel, labelOfIndex, orientationName, orientationUnit } from '../../state/position-labels.ts';
import { SectionMarks } from '../crossings/marks/SectionMarks.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { SliceFault } from '../shell/SliceFault.tsx';
import { SliceWaitNote } from '../shell/SliceWaitNote.tsx';
import { SurveyFault } from '../shell/SurveyFault.tsx';
import { leftWidth } from './left-width.ts';
import { sectionAxes, type SectionAxes } from './section-axes.ts';
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
  const { view: viewStore, navigation } = useViewer().stores;
  const orientation = useStore(viewStore, (state) => state.orientation);
  const positions = useStore(viewStore, (state) => state.positions[info.id]);
  const shown = useStore(navigation, (state) => state.shown);
  const [controls, setControls] = useState<SectionControls | null>(null);
  const [view, setView] = useState<SectionView | null>(null);
  const axes = useMemo(
    () =>
      view === null || positions === undefined
        ? NO_AXES
        : sectionAxes(
            info,
            planeOf(info, orientation, positions),
            view,
            navigationOf(info, orientation, positions, shown),
          ),
    [info, orientation, positions, view, shown],
  );
  const label = sectionLabel(info, orientation, positions);

  return (
    <>
      <SectionToolbar info={info} controls={controls} />
      <div
        className={styles['grid']}
        data-has-bottom={axes.bottom !== null}
        style={{ gridTemplateColumns: `${leftWidth(axes.left.ticks)} minmax(0, 1fr)` }}
      >
        <SectionAxisEdges axes={axes} />
        <div className={styles['picture']}>
          <SectionCanvas label={`Section: ${label}`} onReady={setControls} onViewChanged={setView} />
          {view !== null && positions !== undefined && (
            <SectionMarks info={info} orientation={orientation} positions={positions} view={view} />
          )}
          <SliceFault orientation={orientation} />
          <SliceWaitNote info={info} orientation={orientation} />
        </div>
      </div>
    </>
  );
}

/** E.g. "Inline 122", "Gather at 3, 2". */
function sectionLabel(info: SurveyInfo, orientation: Orientation, positions: PlanePositions | undefined): string {
  const name = orientationName(info, orientation);
  const at = (moved: Orientation): string =>
    formatLabel(labelOfIndex(info, moved, positions?.[positionKey(moved)] ?? 0));
  if (orientation === 'gather' && (info.inline?.count ?? 0) > 1) return `${name} at ${at('inline')}, ${at('gather')}`;
  return `${name} ${at(orientation)} ${orientationUnit(info, orientation)}`.trim();
}

const NO_AXES: SectionAxes = { top: { title: '', ticks: [] }, left: { title: '', ticks: [] }, bottom: null };

/** Null where what is known is of other traces. */
function navigationOf(
  info: SurveyInfo,
  orientation: Orientation,
  positions: PlanePositions,
  shown: ShownNavigation | null,
): LineNavigation | null {
  const isShown =
    shown?.surveyId === info.id && planeKey(shown.plane) === planeKey(planeOf(info, orientation, positions));
  return isShown ? shown.navigation : null;
}
