import type { MarkPlace, PlacedMark } from './place-marks.ts';
import styles from './marks.module.css';

export interface SectionMark extends MarkPlace {
  readonly key: string;
  /** What its button says, and what it tells of the place. */
  readonly label: string;
  readonly hint: string;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  /** `timeStamp` of the click. */
  onOpen(inputAtMs: number): void;
  onHover(isOver: boolean): void;
}

interface MarkLayerProps {
  readonly label: string;
  readonly placed: readonly PlacedMark<SectionMark>[];
}

/** Hairlines over a section, with names that never lie over each other; where there is no room, ticks. */
export function MarkLayer({ label, placed }: MarkLayerProps) {
  if (placed.length === 0) return null;
  return (
    <div className={styles['marks']} role="group" aria-label={label} data-testid="crossing-marks">
      {placed.map((each) => (
        <Mark key={each.mark.key} placed={each} />
      ))}
    </div>
  );
}

/** Height of a row of labels, in CSS pixels. */
const ROW_HEIGHT = 18;

function Mark({ placed: { mark, x, toX, labelX, row } }: { readonly placed: PlacedMark<SectionMark> }) {
  return (
    <div
      className={styles['mark']}
      style={{ transform: `translateX(${Math.round(x - 0.5)}px)` }}
      data-selected={mark.isSelected}
      data-hovered={mark.isHovered}
    >
      {toX > x && <span className={styles['length']} style={{ width: toX - x }} />}
      <button
        type="button"
        className={styles[row === null ? 'tick' : 'label']}
        style={row === null ? { top: 0 } : { top: 2 + row * ROW_HEIGHT, left: labelX - x }}
        aria-label={mark.label}
        title={mark.hint}
        onClick={(event) => mark.onOpen(event.timeStamp)}
        onPointerEnter={() => mark.onHover(true)}
        onPointerLeave={() => mark.onHover(false)}
      >
        {row === null ? null : mark.name}
      </button>
    </div>
  );
}
