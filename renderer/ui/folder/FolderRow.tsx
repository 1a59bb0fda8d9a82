import { CircleCheck, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { HealthState } from '../../../shared/health/health-report.ts';
import table from '../table/table.module.css';
import styles from './folder.module.css';
import { cellTexts, COLUMNS } from './folder-cells.ts';
import type { SurveyFile } from './folder-rows.ts';

const HEALTH_ICONS: Readonly<Record<HealthState, LucideIcon>> = {
  sound: CircleCheck,
  assumed: TriangleAlert,
  damaged: CircleX,
};

interface FolderRowProps {
  readonly id: string;
  readonly file: SurveyFile;
  /** Pixels from the top of all rows. */
  readonly top: number;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly onSelect: (event: MouseEvent) => void;
  readonly onOpen: () => void;
}

export function FolderRow({ id, file, top, isSelected, isCurrent, onSelect, onOpen }: FolderRowProps) {
  const texts = cellTexts(file);
  const { health } = file.survey;
  const HealthIcon = HEALTH_ICONS[health.state];
  return (
    <div
      id={id}
      className={`${table['row']!} ${styles['columns']!}`}
      style={{ transform: `translateY(${top}px)` }}
      role="option"
      aria-selected={isSelected}
      data-current={isCurrent}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      {COLUMNS.map(({ column, isNumber }) =>
        column === 'health' ? (
          <span key={column} className={styles['health']} data-state={health.state} title={health.verdict}>
            <HealthIcon aria-hidden />
            {texts.health}
          </span>
        ) : (
          <span
            key={column}
            className={`${table['cell']!} ${styles['cell']!}`}
            data-column={column}
            data-number={isNumber}
            title={column === 'name' ? file.path : undefined}
          >
            {texts[column]}
          </span>
        ),
      )}
    </div>
  );
}
