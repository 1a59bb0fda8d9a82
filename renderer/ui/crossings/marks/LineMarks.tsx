import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { useViewer } from '../../../bindings/viewer.tsx';
import { canvasFromPicture, pictureFromSection, type SectionView } from '../../../scene/section-view.ts';
import { isSameRef } from '../../../state/crossings/crossing-at.ts';
import { crossingsOnLine, type CrossingOnLine } from '../../../state/crossings/crossings-on-line.ts';
import type { PlanePositions } from '../../../state/plane-positions.ts';
import { MarkLayer, type SectionMark } from './MarkLayer.tsx';
import { placeMarks } from './place-marks.ts';

interface LineMarksProps {
  readonly info: SurveyInfo;
  readonly positions: PlanePositions;
  readonly view: SectionView;
}

/** On the section of a 2D line: its crossings with other lines. A click opens both sections there. */
export function LineMarks({ info, positions: { line, traces }, view }: LineMarksProps) {
  const { crossings, stores } = useViewer();
  const { found, selected, hovered } = useStore(stores.crossings);
  const known = useMemo(
    () => (found === null ? [] : crossingsOnLine(found, { surveyId: info.id, line })),
    [found, info.id, line],
  );
  const marks = useMemo(
    () =>
      known.map((each): SectionMark => ({
        ...each,
        key: `${each.ref.kind} ${each.ref.index} ${each.at}`,
        label: `${each.ref.kind === 'overlap' ? 'Overlap' : 'Crossing'} with ${each.name}`,
        hint: markHint(each),
        isSelected: isSameRef(each.ref, selected),
        isHovered: isSameRef(each.ref, hovered),
        onOpen: () => crossings.open(each.ref),
        onHover: (isOver) => crossings.hover(isOver ? each.ref : null),
      })),
    [known, selected, hovered, crossings],
  );
  const xOf = (at: number): number =>
    canvasFromPicture(view, pictureFromSection(view, { row: at - traces, column: 0 })).x;
  const placed = placeMarks(marks, xOf, view.canvasWidth, ({ isSelected }) => isSelected);
  return <MarkLayer label="Crossings with other lines" placed={placed} />;
}

/** People count traces from 1. */
function markHint({ name, at, to, ref }: CrossingOnLine): string {
  const figure = (place: number): string => String(Number((place + 1).toFixed(2)));
  return ref.kind === 'overlap'
    ? `Runs along ${name} from trace ${figure(at)} to ${figure(to)}`
    : `Crosses ${name} at trace ${figure(at)}`;
}
