import { useMemo, useState } from 'react';
import { useViewer } from '../../../bindings/viewer.tsx';
import { profileKey } from '../../../state/crossings/crossing-at.ts';
import type { TieLineRow } from '../../../state/ties/tie-rows.ts';
import { GridCheck } from './GridCheck.tsx';
import { TieGrid, type TieColumn } from './TieGrid.tsx';
import { plain, signed } from './tie-figures.ts';

const columnsOf = (onToggle: (row: TieLineRow) => void): readonly TieColumn<TieLineRow>[] => [
  {
    title: 'Ref.',
    hint: 'Reference lines are right: the others are corrected to them',
    isNumber: false,
    cell: (row) => (
      <GridCheck
        label={`${row.profile.name} is a reference line`}
        isChecked={row.isReference}
        onToggle={() => onToggle(row)}
      />
    ),
  },
  { title: 'Line', hint: 'As it is open', isNumber: false, cell: ({ profile }) => profile.name },
  {
    title: 'Shift ms',
    hint: 'Constant part of the correction: positive moves the line down',
    isNumber: true,
    cell: ({ correction }) => signed(correction.shiftMs, 2),
  },
  {
    title: 'Curve ms',
    hint: 'Greatest deviation of the shift that varies with time from the constant one',
    isNumber: true,
    cell: ({ mostCurveMs }) => plain(mostCurveMs, 2),
  },
  {
    title: 'Phase °',
    hint: 'Rotation that corrects the line',
    isNumber: true,
    cell: ({ correction }) => signed(correction.phaseDeg, 1),
  },
  {
    title: 'Gain',
    hint: 'Factor that corrects the line',
    isNumber: true,
    cell: ({ correction }) => plain(correction.gain, 3),
  },
  {
    title: 'Used',
    hint: 'Crossings that are used, of all that it has',
    isNumber: true,
    cell: ({ usedCount, crossingCount }) => `${usedCount} of ${crossingCount}`,
  },
  {
    title: 'Group',
    hint: 'Lines of one group hang together through crossings that are used',
    isNumber: true,
    cell: ({ group }) => group + 1,
  },
];

/** The correction of each line. */
export function TieLines({ rows }: { readonly rows: readonly TieLineRow[] }) {
  const { ties } = useViewer();
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(({ profile }) => ties.toggleReference(profile)), [ties]);
  return (
    <TieGrid
      name="Corrections of lines"
      kind="lines"
      columns={columns}
      rows={rows}
      current={rows.findIndex(({ profile }) => profileKey(profile) === chosen)}
      isDimmed={({ usedCount }) => usedCount === 0}
      onCurrent={({ profile }) => setChosen(profileKey(profile))}
      onToggle={({ profile }) => ties.toggleReference(profile)}
      onEnter={() => undefined}
      onHover={() => undefined}
    />
  );
}
