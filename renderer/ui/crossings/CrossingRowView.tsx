import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { isSameRef } from '../../state/crossings/crossing-at.ts';
import { cellTexts, COLUMNS } from './crossing-columns.ts';
import type { CrossingRow } from '../../state/crossings/crossing-rows.ts';
import table from '../table/table.module.css';
import styles from './crossings.module.css';

interface CrossingRowViewProps {
  readonly id: string;
  readonly row: CrossingRow;
  /** Pixels from the top of all rows. */
  readonly top: number;
  readonly isCurrent: boolean;
  /** The lines are open, so that map, 3D and sections show the place too. */
  readonly isLinked: boolean;
  readonly onOpen: () => void;
}

export function CrossingRowView({ id, row, top, isCurrent, isLinked, onOpen }: CrossingRowViewProps) {
  const { crossings, stores } = useViewer();
  const isHovered = useStore(stores.crossings, ({ hovered }) => isLinked && isSameRef(hovered, row.ref));
  const texts = cellTexts(row);
  return (
    <div
      id={id}
      className={`${table['row']!} ${styles['columns']!}`}
      style={{ transform: `translateY(${top}px)` }}
      role="option"
      aria-selected={isCurrent}
      data-current={isCurrent}
      data-hovered={isHovered}
      onClick={onOpen}
      onPointerEnter={() => isLinked && crossings.hover(row.ref)}
      onPointerLeave={() => isLinked && crossings.hover(null)}
    >
      {COLUMNS.map(({ column, isNumber }) => (
        <span
          key={column}
          className={`${table['cell']!} ${styles['cell']!}`}
          data-column={column}
          data-number={isNumber}
          title={isNumber ? undefined : texts[column]}
        >
          {texts[column]}
        </span>
      ))}
    </div>
  );
}
