import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../../bindings/viewer.tsx';
import { isSameRef, type CrossingRef } from '../../../state/crossings/crossing-at.ts';
import type { TieRow } from '../../../state/ties/tie-rows.ts';
import { GridCheck } from './GridCheck.tsx';
import { TieGrid, type TieColumn } from './TieGrid.tsx';
import { plain, signed } from './tie-figures.ts';

const columnsOf = (onToggle: (row: TieRow) => void): readonly TieColumn<TieRow>[] => [
  { title: '#', hint: 'By what is left after the adjustment, the worst first', isNumber: true, cell: ({ rank }) => rank ?? '–' }, // prettier-ignore
  {
    title: 'Ok',
    hint: 'Rejected crossings say nothing of the lines',
    isNumber: false,
    cell: (row) => (
      <GridCheck
        label={`The crossing of ${row.line1} and ${row.line2} is accepted`}
        isChecked={!row.isRejected}
        onToggle={() => onToggle(row)}
      />
    ),
  },
  { title: 'Line 1', hint: 'The line that was opened first', isNumber: false, cell: ({ line1 }) => line1 },
  { title: 'Line 2', hint: 'The other line', isNumber: false, cell: ({ line2 }) => line2 },
  {
    title: 'Shift ms',
    hint: 'Estimated from the traces as stored: what line 1 would need if line 2 were right',
    isNumber: true,
    cell: ({ tie }) => signed(tie.estimate?.shiftMs, 2),
  },
  {
    title: 'Phase °',
    hint: 'Estimated from the traces as stored: what line 1 would need if line 2 were right',
    isNumber: true,
    cell: ({ tie }) => signed(tie.estimate?.phaseDeg, 1),
  },
  {
    title: 'Gain',
    hint: 'Estimated from the traces as stored: what line 1 would need if line 2 were right',
    isNumber: true,
    cell: ({ tie }) => plain(tie.estimate?.gain, 3),
  },
  {
    title: 'Quality',
    hint: 'How alike the traces are once they are fitted to each other, 0 to 1',
    isNumber: true,
    cell: ({ tie }) => plain(tie.quality, 2),
  },
  {
    title: 'Before',
    hint: 'RMS of the difference over that of the traces, as stored: 0 where equal, 1.41 where unrelated',
    isNumber: true,
    cell: ({ tie }) => plain(tie.before?.difference, 3),
  },
  {
    title: 'After',
    hint: 'The same once both lines are corrected',
    isNumber: true,
    cell: ({ tie }) => plain(tie.after?.difference, 3),
  },
  {
    title: 'Left ms',
    hint: 'Shift that is left once both lines are corrected',
    isNumber: true,
    cell: ({ tie }) => signed(tie.after?.shiftMs, 2),
  },
];

interface TieCrossingsProps {
  readonly rows: readonly TieRow[];
  /** Of each tie, the crossing that is shown everywhere else. */
  readonly refs: readonly (CrossingRef | null)[];
}

/** The crossings, the worst first. A click selects one everywhere, Enter shows both sections at it. */
export function TieCrossings({ rows, refs }: TieCrossingsProps) {
  const { ties, crossings, stores } = useViewer();
  const selected = useStore(stores.crossings, (state) => state.selected);
  const columns = useMemo(() => columnsOf(({ place }) => ties.toggleRejected(place)), [ties]);
  const refOf = ({ index }: TieRow): CrossingRef | null => refs[index] ?? null;
  return (
    <TieGrid
      name="Ties by what is left"
      kind="crossings"
      columns={columns}
      rows={rows}
      current={selected === null ? -1 : rows.findIndex((row) => isSameRef(refOf(row), selected))}
      isDimmed={({ tie }) => !tie.isUsed}
      onCurrent={(row) => crossings.select(refOf(row))}
      onToggle={({ place }) => ties.toggleRejected(place)}
      onEnter={(row) => {
        const ref = refOf(row);
        if (ref !== null) crossings.open(ref);
      }}
      onHover={(row) => crossings.hover(row === null ? null : refOf(row))}
    />
  );
}
