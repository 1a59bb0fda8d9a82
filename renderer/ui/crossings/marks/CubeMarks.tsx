import { useMemo, useSyncExternalStore } from 'react';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { traceIndex } from '../../../../shared/units.ts';
import { useViewer } from '../../../bindings/viewer.tsx';
import { canvasFromPicture, pictureFromSection, type SectionView } from '../../../scene/section-view.ts';
import { linesAcrossSection, linesInGrid } from '../../../state/crossings/lines-across-cube.ts';
import type { PlanePositions } from '../../../state/plane-positions.ts';
import { MarkLayer, type SectionMark } from './MarkLayer.tsx';
import { placeMarks } from './place-marks.ts';

interface CubeMarksProps {
  readonly info: SurveyInfo;
  readonly orientation: 'inline' | 'crossline';
  readonly positions: PlanePositions;
  readonly view: SectionView;
}

/** On an inline or a crossline of a cube: the open 2D lines that cross it. A click looks at the line there. */
export function CubeMarks({ info, orientation, positions, view }: CubeMarksProps) {
  const { map, profiles: board } = useViewer();
  const profiles = useSyncExternalStore(
    (listener) => board.subscribe(listener),
    () => board.profiles,
  );
  const { worldFromGrid, inline, crossline, mapping } = info;
  const unit = mapping?.mapping.coordinateUnit ?? 'metres';
  const [inlines, crosslines] = [inline?.count ?? 0, crossline?.count ?? 0];
  const inGrid = useMemo(() => {
    const lines = profiles.filter((profile) => profile.unit === unit);
    return worldFromGrid === null ? [] : linesInGrid(lines, worldFromGrid, { inlines, crosslines });
  }, [profiles, unit, worldFromGrid, inlines, crosslines]);
  const index = positions[orientation];
  const marks = useMemo(
    () =>
      linesAcrossSection(inGrid, orientation, index, orientation === 'inline' ? crosslines : inlines).map(
        ({ placed: { surveyId, line, name }, row, trace }, order): SectionMark => ({
          key: `${surveyId} ${line} ${order}`,
          name,
          at: row,
          to: row,
          label: `Crossed by ${name}`,
          hint: `${name} crosses at its trace ${Number((trace + 1).toFixed(2))}`,
          isSelected: false,
          isHovered: false,
          onOpen: (inputAtMs) => map.goTo({ surveyId, line, trace: traceIndex(Math.round(trace)) }, inputAtMs),
          onHover: () => undefined,
        }),
      ),
    [inGrid, orientation, index, inlines, crosslines, map],
  );
  const xOf = (row: number): number => canvasFromPicture(view, pictureFromSection(view, { row, column: 0 })).x;
  return (
    <MarkLayer label="2D lines across the section" placed={placeMarks(marks, xOf, view.canvasWidth, () => false)} />
  );
}
