import { useStore } from 'zustand';
import type { Orientation } from '../../../../shared/slices.ts';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { useViewer } from '../../../bindings/viewer.tsx';
import type { SectionView } from '../../../scene/section-view.ts';
import type { PlanePositions } from '../../../state/plane-positions.ts';
import { CubeMarks } from './CubeMarks.tsx';
import { LineMarks } from './LineMarks.tsx';

interface SectionMarksProps {
  readonly info: SurveyInfo;
  readonly orientation: Orientation;
  readonly positions: PlanePositions;
  readonly view: SectionView;
}

/** Over a section: where 2D lines cross it, with their names. */
export function SectionMarks({ info, orientation, positions, view }: SectionMarksProps) {
  const areShown = useStore(useViewer().stores.crossings, (state) => state.areMarksShown);
  if (!areShown) return null;
  if (info.lines !== null && orientation === 'traces')
    return <LineMarks info={info} positions={positions} view={view} />;
  const isOfCube = (orientation === 'inline' || orientation === 'crossline') && info.worldFromGrid !== null;
  return isOfCube ? <CubeMarks info={info} orientation={orientation} positions={positions} view={view} /> : null;
}
