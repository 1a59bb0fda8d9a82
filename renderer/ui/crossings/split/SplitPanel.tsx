import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { SplitCanvas, type SplitControls } from '../../../bindings/crossings/SplitCanvas.tsx';
import { useViewer } from '../../../bindings/viewer.tsx';
import type { SectionView } from '../../../scene/section-view.ts';
import type { Split } from '../../../state/crossings/split.ts';
import { FaultNote } from '../../controls/FaultNote.tsx';
import section from '../../section/section.module.css';
import { EmptyNote } from '../../shell/EmptyNote.tsx';
import shell from '../../shell/shell.module.css';
import { BoundingTraces } from './BoundingTraces.tsx';
import { splitAxes } from './split-axes.ts';
import { SplitEdges } from './SplitEdges.tsx';
import { SplitSeam } from './SplitSeam.tsx';
import { SplitToolbar } from './SplitToolbar.tsx';
import styles from './split.module.css';

/** Both sections at a crossing, butted together where the lines meet. */
export function SplitPanel() {
  const { split: store, crossings } = useViewer().stores;
  const split = useStore(store, (state) => state.current);
  const hasPlace = useStore(crossings, (state) => state.selected !== null);
  const [controls, setControls] = useState<SplitControls | null>(null);
  return (
    <div className={section['panel']} data-testid="split-panel">
      <SplitToolbar split={split} controls={controls} />
      {split === null ? (
        <EmptyNote>
          {hasPlace
            ? 'The lines of this crossing are not both open, so their sections cannot be shown.'
            : 'Choose a crossing in the table, on the map or on a section.'}
        </EmptyNote>
      ) : split.hasTwoDomains ? (
        <EmptyNote>{domainsText(split)}</EmptyNote>
      ) : (
        <SplitBody split={split} onReady={setControls} />
      )}
    </div>
  );
}

interface SplitBodyProps {
  readonly split: Split;
  readonly onReady: (controls: SplitControls | null) => void;
}

function SplitBody({ split, onReady }: SplitBodyProps) {
  const { split: store } = useViewer().stores;
  const { left, right, areTracesShown } = useStore(store);
  const [view, setView] = useState<SectionView | null>(null);
  const axes = useMemo(
    () => (view === null ? null : splitAxes(split, view, { left, right })),
    [split, view, left, right],
  );
  const fault = left.fault ?? right.fault;
  const names = `${split.left.profile.name} and ${split.right.profile.name}`;
  return (
    <div className={styles['grid']} data-has-traces={areTracesShown}>
      {axes !== null && <SplitEdges axes={axes} />}
      <div className={section['picture']}>
        <SplitCanvas label={`Sections of ${names} at their crossing`} onReady={onReady} onViewChanged={setView} />
        {axes !== null && <SplitSeam split={split} at={axes.seam} />}
        <DomainNote split={split} />
        {fault !== null && (
          <div className={shell['overPicture']}>
            <FaultNote fault={fault} />
          </div>
        )}
      </div>
      {areTracesShown && axes !== null && view !== null && <BoundingTraces split={split} axes={axes} view={view} />}
    </div>
  );
}

/** Where a file does not say whether it is in time or depth, the user must know that it was taken for the other's. */
function DomainNote({ split: { left, right } }: { readonly split: Split }) {
  const unknown = [left, right].filter(({ info }) => info.samples.domain === 'unknown');
  if (unknown.length === 0) return null;
  const names = unknown.map(({ profile }) => profile.name).join(' and ');
  return (
    <p className={styles['domain']} data-testid="split-domain">
      Time or depth of {names} is not known: both are laid on one axis as if they were the same.
    </p>
  );
}

function domainsText({ left, right }: Split): string {
  const [inTime, inDepth] = left.info.samples.domain === 'time' ? [left, right] : [right, left];
  return (
    `${inTime.profile.name} is in time and ${inDepth.profile.name} in depth, so their samples have no axis in common. ` +
    'If one of them is not, say so in how its survey is read (key M).'
  );
}
