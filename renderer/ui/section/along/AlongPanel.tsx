import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { planeKey } from '../../../../shared/slices.ts';
import { AlongCanvas } from '../../../bindings/along/AlongCanvas.tsx';
import { useViewer } from '../../../bindings/viewer.tsx';
import type { SectionView } from '../../../scene/section-view.ts';
import type { AlongCube, AlongSituation } from '../../../state/along/along-situation.ts';
import { FaultNote } from '../../controls/FaultNote.tsx';
import { Button } from '../../controls/Button.tsx';
import { EmptyNote } from '../../shell/EmptyNote.tsx';
import shell from '../../shell/shell.module.css';
import { leftWidth } from '../left-width.ts';
import { sectionAxes, type SectionAxes } from '../section-axes.ts';
import { SectionAxisEdges } from '../SectionAxisEdges.tsx';
import section from '../section.module.css';
import { AlongToolbar } from './AlongToolbar.tsx';

/** The section of a cube along the line that the section panel shows: the same traces, the same times. */
export function AlongPanel() {
  const situation = useStore(useViewer().stores.along, (state) => state.situation);
  if (situation.kind !== 'cube') return <EmptyNote>{WHY_NONE[situation.kind]}</EmptyNote>;
  return (
    <div className={section['panel']}>
      <AlongToolbar situation={situation} />
      {situation.hasTwoDomains ? <EmptyNote>{twoDomains(situation)}</EmptyNote> : <AlongBody situation={situation} />}
    </div>
  );
}

const WHY_NONE: Readonly<Record<Exclude<AlongSituation['kind'], 'cube'>, string>> = {
  'no-line': 'Choose a 2D line to see an open cube along it.',
  placeless: 'The line has no coordinates, or they are still being read: where it runs over a cube is not known.',
  'no-cube': 'The line runs over none of the open cubes. Open one that it crosses, in the same unit of coordinates.',
};

const twoDomains = ({ cube, line }: AlongCube): string =>
  `${cube.name} is in ${cube.samples.domain} and ${line.name} in ${line.samples.domain}: they are not compared.`;

function AlongBody({ situation }: { readonly situation: AlongCube }) {
  const { navigation } = useViewer().stores;
  const shown = useStore(navigation, (state) => state.shown);
  const [view, setView] = useState<SectionView | null>(null);
  const { cube, line, plane } = situation;
  const axes = useMemo((): SectionAxes | null => {
    if (view === null) return null;
    const { index, count } = plane;
    const own = { orientation: 'traces', index, count, line: plane.line } as const;
    const isShown = shown?.surveyId === line.id && planeKey(shown.plane) === planeKey(own);
    return { ...sectionAxes(cube, plane, view, isShown ? shown.navigation : null), bottom: null };
  }, [cube, line, plane, view, shown]);

  return (
    <div
      className={section['grid']}
      data-has-bottom={false}
      style={{ gridTemplateColumns: `${leftWidth(axes?.left.ticks ?? [])} minmax(0, 1fr)` }}
    >
      {axes !== null && <SectionAxisEdges axes={axes} />}
      <div className={section['picture']}>
        <AlongCanvas label={`${cube.name} along the line`} onViewChanged={setView} />
        <AlongFault />
      </div>
    </div>
  );
}

/** Why the latest picture is not there, over the earlier one that still is. */
function AlongFault() {
  const { stores, commands } = useViewer();
  const fault = useStore(stores.along, (state) => state.fault);
  if (fault === null) return null;
  return (
    <div className={shell['overPicture']}>
      <FaultNote fault={fault} actions={<Button onClick={() => commands.retrySlices()}>Try again</Button>} />
    </div>
  );
}
