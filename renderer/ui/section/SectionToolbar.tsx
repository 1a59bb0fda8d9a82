import { Maximize, SquareSplitVertical, Waypoints, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { SectionControls } from '../../bindings/SectionCanvas.tsx';
import { useViewer } from '../../bindings/viewer.tsx';
import { isCube, orientationsOf } from '../../state/plane-positions.ts';
import { orientationName } from '../../state/position-labels.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { Segments } from '../controls/Segments.tsx';
import shell from '../shell/shell.module.css';

const ZOOM_STEP = 1.4;

interface SectionToolbarProps {
  readonly info: SurveyInfo;
  readonly controls: SectionControls | null;
}

export function SectionToolbar({ info, controls }: SectionToolbarProps) {
  const { stores, crossings } = useViewer();
  const { view, along } = stores;
  const areMarksShown = useStore(stores.crossings, (state) => state.areMarksShown);
  const isAlongShown = useStore(along, (state) => state.isShown);
  const orientation = useStore(view, (state) => state.orientation);
  const [aspect, setAspect] = useState<'fit' | 'true'>('fit');
  const options = orientationsOf(info).map((value) => ({ value, label: orientationName(info, value) }));

  return (
    <div className={shell['toolbar']} role="toolbar" aria-label="Section">
      {options.length > 1 && (
        <Segments
          label="Plane of the section"
          value={orientation}
          options={options}
          onChange={(chosen) => view.setState({ orientation: chosen })}
        />
      )}
      <span className={shell['spring']} />
      {(info.lines !== null || isCube(info)) && (
        <IconButton
          label="Marks of crossings"
          shortcut="K"
          aria-pressed={areMarksShown}
          onClick={() => crossings.toggleMarks()}
        >
          <Waypoints aria-hidden />
        </IconButton>
      )}
      <Segments
        label="Aspect"
        value={aspect}
        options={[
          { value: 'fit', label: 'Fit' },
          { value: 'true', label: 'True' },
        ]}
        onChange={(chosen) => {
          setAspect(chosen);
          controls?.setAspect(chosen);
        }}
      />
      {info.kind === 'line' && (
        <IconButton
          label="Cube along the line"
          shortcut="A"
          aria-pressed={isAlongShown}
          onClick={() => along.setState({ isShown: !isAlongShown })}
        >
          <SquareSplitVertical aria-hidden />
        </IconButton>
      )}
      <IconButton label="Zoom in" onClick={() => controls?.zoomBy(ZOOM_STEP)}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton label="Zoom out" onClick={() => controls?.zoomBy(1 / ZOOM_STEP)}>
        <ZoomOut aria-hidden />
      </IconButton>
      <IconButton label="Show all of it" onClick={() => controls?.resetView()}>
        <Maximize aria-hidden />
      </IconButton>
    </div>
  );
}
