import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useStore } from 'zustand';
import { offsetCount, offsetIndexOf, offsetLabelAt, type OffsetAxis } from '../../../shared/axes.ts';
import type { TraceSelection } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { offsetIndex } from '../../../shared/units.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { formatLabel } from '../../state/position-labels.ts';
import { nearestOffsetIndex } from '../../state/trace-selection.ts';
import { select } from '../../state/view-store.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { RangeSlider } from '../controls/RangeSlider.tsx';
import { Segments } from '../controls/Segments.tsx';
import styles from './position.module.css';

interface SelectionControlProps {
  readonly info: SurveyInfo;
  readonly offsets: OffsetAxis;
}

const kindsOf = (offsets: OffsetAxis): { value: TraceSelection['kind']; label: string; hint: string }[] => [
  offsets.kind === 'offsets'
    ? { value: 'offset', label: 'Offset', hint: 'The traces of one offset' }
    : { value: 'offset', label: 'Trace', hint: 'The first, second, … trace of each gather' },
  { value: 'stack', label: 'Stack', hint: 'The mean of each position’s live traces' },
];

/** Which trace of each position the planes through gathers show. */
export function SelectionControl({ info, offsets }: SelectionControlProps) {
  const { stores } = useViewer();
  const selection = useStore(stores.view, (state) => state.positions[info.id]?.selection);
  const isStack = selection?.kind === 'stack';
  const index = selection?.kind === 'offset' ? selection.index : offsetIndex(0);
  const last = offsetCount(offsets) - 1;
  const name = offsets.kind === 'offsets' ? 'Offset' : 'Trace of gather';
  const labelAt = (at: number): string => formatLabel(offsetLabelAt(offsets, offsetIndex(at)));
  const choose = (at: number): void => stores.view.setState(select(info, { kind: 'offset', index: offsetIndex(at) }));

  return (
    <div className={styles['control']} data-testid="trace-selection">
      <div className={styles['head']}>
        <Segments
          label="Traces of each position"
          value={isStack ? 'stack' : 'offset'}
          options={kindsOf(offsets)}
          onChange={(kind) => (kind === 'stack' ? stores.view.setState(select(info, { kind })) : choose(index))}
        />
        <span className={styles['spring']} />
        {!isStack && (
          <NumberField
            label={name}
            text={labelAt(index)}
            onCommit={(label) => choose(offsetIndexOf(offsets, label) ?? nearestOffsetIndex(offsets, label))}
          />
        )}
        <span className={styles['unit']} />
      </div>
      {!isStack && (
        <>
          <div className={styles['row']}>
            <IconButton
              label={`Previous ${name.toLowerCase()}`}
              disabled={index === 0}
              onClick={() => choose(index - 1)}
            >
              <ChevronLeft aria-hidden />
            </IconButton>
            <RangeSlider
              label={name}
              value={index}
              least={0}
              most={Math.max(last, 1)}
              step={1}
              disabled={last < 1}
              valueText={labelAt(index)}
              onChange={choose}
            />
            <IconButton label={`Next ${name.toLowerCase()}`} disabled={index >= last} onClick={() => choose(index + 1)}>
              <ChevronRight aria-hidden />
            </IconButton>
          </div>
          <div className={styles['ends']} aria-hidden>
            <span>{labelAt(0)}</span>
            <span>{labelAt(last)}</span>
          </div>
        </>
      )}
    </div>
  );
}
