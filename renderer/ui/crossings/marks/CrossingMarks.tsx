import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { useViewer } from '../../../bindings/viewer.tsx';
import { canvasFromPicture, pictureFromSection, type SectionView } from '../../../scene/section-view.ts';
import { isSameRef } from '../../../state/crossings/crossing-at.ts';
import { crossingsOnLine, type CrossingOnLine } from '../../../state/crossings/crossings-on-line.ts';
import type { PlanePositions } from '../../../state/plane-positions.ts';
import styles from './marks.module.css';
import { placeMarks, type PlacedMark } from './place-marks.ts';

interface CrossingMarksProps {
  readonly info: SurveyInfo;
  readonly positions: PlanePositions;
  readonly view: SectionView;
}

/** Over the section of a 2D line: where other lines cross it, with their names. A click opens both sections there. */
export function CrossingMarks({ info, positions: { line, traces }, view }: CrossingMarksProps) {
  const { stores } = useViewer();
  const { found, selected, hovered, areMarksShown } = useStore(stores.crossings);
  const marks = useMemo(
    () => (found === null ? [] : crossingsOnLine(found, { surveyId: info.id, line })),
    [found, info.id, line],
  );
  const placed = useMemo(() => {
    const xOf = (at: number): number =>
      canvasFromPicture(view, pictureFromSection(view, { row: at - traces, column: 0 })).x;
    return placeMarks(marks, xOf, view.canvasWidth, ({ ref }) => isSameRef(ref, selected));
  }, [marks, view, traces, selected]);
  if (!areMarksShown || placed.length === 0) return null;
  return (
    <div className={styles['marks']} role="group" aria-label="Crossings with other lines" data-testid="crossing-marks">
      {placed.map((each) => (
        <Mark
          key={`${each.mark.ref.kind} ${each.mark.ref.index} ${each.mark.at}`}
          placed={each}
          isSelected={isSameRef(each.mark.ref, selected)}
          isHovered={isSameRef(each.mark.ref, hovered)}
        />
      ))}
    </div>
  );
}

interface MarkProps {
  readonly placed: PlacedMark;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
}

/** Height of a row of labels, in CSS pixels. */
const ROW_HEIGHT = 18;

function Mark({ placed: { mark, x, toX, row }, isSelected, isHovered }: MarkProps) {
  const { crossings } = useViewer();
  return (
    <div
      className={styles['mark']}
      style={{ transform: `translateX(${Math.round(x - 0.5)}px)` }}
      data-selected={isSelected}
      data-hovered={isHovered}
    >
      {toX > x && <span className={styles['length']} style={{ width: toX - x }} />}
      <button
        type="button"
        className={styles[row === null ? 'tick' : 'label']}
        style={{ top: row === null ? 0 : 2 + row * ROW_HEIGHT }}
        aria-label={`${mark.ref.kind === 'overlap' ? 'Overlap' : 'Crossing'} with ${mark.name}`}
        title={markHint(mark)}
        onClick={() => crossings.open(mark.ref)}
        onPointerEnter={() => crossings.hover(mark.ref)}
        onPointerLeave={() => crossings.hover(null)}
      >
        {row === null ? null : mark.name}
      </button>
    </div>
  );
}

/** People count traces from 1. */
function markHint({ name, at, to, ref }: CrossingOnLine): string {
  const figure = (place: number): string => String(Number((place + 1).toFixed(2)));
  return ref.kind === 'overlap'
    ? `Runs along ${name} from trace ${figure(at)} to ${figure(to)}`
    : `Crosses ${name} at trace ${figure(at)}`;
}
