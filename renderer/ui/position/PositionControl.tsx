import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useStore } from 'zustand';
import type { Orientation } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex } from '../../../shared/units.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { indexCount, orientationsOf, positionKey, stepOf } from '../../state/plane-positions.ts';
import {
  formatLabel,
  indexOfLabel,
  labelOfIndex,
  orientationName,
  orientationUnit,
} from '../../state/position-labels.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { RangeSlider } from '../controls/RangeSlider.tsx';
import styles from './position.module.css';

interface PositionControlProps {
  readonly info: SurveyInfo;
  readonly orientation: Orientation;
}

export function PositionControl({ info, orientation }: PositionControlProps) {
  const { stores, mover } = useViewer();
  const index = useStore(stores.view, (state) => state.positions[info.id]?.[positionKey(orientation)] ?? 0);
  const line = useStore(stores.view, (state) => state.positions[info.id]?.line ?? lineIndex(0));
  // Along CDPs and shots there are no crosslines to be seen, but gathers.
  const shown = orientationsOf(info).includes(orientation) ? orientation : 'gather';
  const isActive = useStore(stores.view, (state) => state.orientation === shown);
  const name = orientationName(info, orientation);
  const unit = orientationUnit(info, orientation);
  const count = indexCount(info, orientation, line);
  const step = stepOf(info, orientation, line);
  const labelAt = (at: number): string => formatLabel(labelOfIndex(info, orientation, at));

  return (
    <div className={styles['control']} data-active={isActive} data-testid={`position-${orientation}`}>
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['name']}
          aria-pressed={isActive}
          title={`Show the ${name.toLowerCase()} in the section view`}
          onClick={() => stores.view.setState({ orientation: shown })}
        >
          {name}
        </button>
        <NumberField
          label={unit === '' ? name : `${name} in ${unit}`}
          text={labelAt(index)}
          onCommit={(label, atMs) => mover.moveTo(shown, indexOfLabel(info, orientation, line, label), atMs)}
        />
        <span className={styles['unit']}>{unit}</span>
      </div>
      <div className={styles['row']}>
        <IconButton
          label={`Previous ${name.toLowerCase()}`}
          disabled={index === 0}
          onClick={(event) => mover.moveBy(shown, -step, event.timeStamp)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <RangeSlider
          label={name}
          value={index}
          least={0}
          most={Math.max(count - 1, 1)}
          step={1}
          disabled={count < 2}
          valueText={`${labelAt(index)} ${unit}`.trim()}
          onChange={(value) => mover.moveTo(shown, value, performance.now())}
        />
        <IconButton
          label={`Next ${name.toLowerCase()}`}
          disabled={index >= count - 1}
          onClick={(event) => mover.moveBy(shown, step, event.timeStamp)}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <div className={styles['ends']} aria-hidden>
        <span>{labelAt(0)}</span>
        <span>{labelAt(Math.max(count - 1, 0))}</span>
      </div>
    </div>
  );
}
