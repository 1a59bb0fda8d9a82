import { ArrowLeftRight, FlipHorizontal2, Maximize, Ratio, Spline, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { SplitControls } from '../../../bindings/crossings/SplitCanvas.tsx';
import { useViewer } from '../../../bindings/viewer.tsx';
import type { Split } from '../../../state/crossings/split.ts';
import { Choice } from '../../controls/Choice.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import shell from '../../shell/shell.module.css';
import { PlaceStepper } from '../PlaceStepper.tsx';
import styles from './split.module.css';

const ZOOM_STEP = 1.4;

const REACHES = [
  { value: 'all', label: 'Whole lines' },
  { value: '500', label: '500 traces' },
  { value: '200', label: '200 traces' },
  { value: '50', label: '50 traces' },
] as const;

interface SplitToolbarProps {
  readonly split: Split | null;
  readonly controls: SplitControls | null;
}

export function SplitToolbar({ split, controls }: SplitToolbarProps) {
  const { crossings, stores } = useViewer();
  const { reach, areTracesShown, isSwapped } = useStore(stores.split);
  const [aspect, setAspect] = useState<'fit' | 'true'>('fit');
  const isNone = split === null;
  const changeAspect = (chosen: 'fit' | 'true'): void => {
    setAspect(chosen);
    controls?.setAspect(chosen);
  };
  return (
    <div className={`${shell['toolbar']!} ${styles['toolbar']!}`} role="toolbar" aria-label="Crossing">
      <PlaceStepper testId="split-place" />
      <IconButton
        label="Turn the left section round"
        shortcut=","
        disabled={isNone}
        onClick={() => crossings.flip('left')}
      >
        <FlipHorizontal2 aria-hidden />
      </IconButton>
      <IconButton
        label="Swap left and right"
        shortcut="F"
        aria-pressed={isSwapped}
        disabled={isNone}
        onClick={() => crossings.swapSides()}
      >
        <ArrowLeftRight aria-hidden />
      </IconButton>
      <IconButton
        label="Turn the right section round"
        shortcut="."
        disabled={isNone}
        onClick={() => crossings.flip('right')}
      >
        <FlipHorizontal2 aria-hidden />
      </IconButton>
      <div className={styles['reach']}>
        <Choice
          label="Traces on each side"
          value={reach === null ? 'all' : (String(reach) as (typeof REACHES)[number]['value'])}
          options={REACHES}
          onChange={(value) => stores.split.setState({ reach: value === 'all' ? null : Number(value) })}
        />
      </div>
      <span className={shell['spring']} />
      <IconButton
        label="Bounding traces"
        aria-pressed={areTracesShown}
        onClick={() => stores.split.setState({ areTracesShown: !areTracesShown })}
      >
        <Spline aria-hidden />
      </IconButton>
      <IconButton
        label="True proportions"
        aria-pressed={aspect === 'true'}
        disabled={isNone}
        onClick={() => changeAspect(aspect === 'fit' ? 'true' : 'fit')}
      >
        <Ratio aria-hidden />
      </IconButton>
      <IconButton label="Zoom in" onClick={() => controls?.zoomBy(ZOOM_STEP)}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton label="Zoom out" onClick={() => controls?.zoomBy(1 / ZOOM_STEP)}>
        <ZoomOut aria-hidden />
      </IconButton>
      <IconButton label="Show all of it" onClick={() => controls?.resetView()}>
        <Maximize aria-hidden />
      </IconButton>
      <IconButton label="Close" shortcut="S" onClick={() => crossings.toggleSplit()}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
