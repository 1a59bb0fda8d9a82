import { RotateCcw, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useShownTie } from '../../bindings/ties/use-shown-tie.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { timesInCommon } from '../../state/ties/tie-times.ts';
import { PlaceStepper } from '../crossings/PlaceStepper.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { Segments } from '../controls/Segments.tsx';
import shell from '../shell/shell.module.css';
import styles from './ties.module.css';

const VIEWS = [
  { value: 'stored', label: 'As stored', hint: 'Both traces as they are in their files' },
  { value: 'corrected', label: 'Corrected', hint: 'Both traces as the adjusted network of ties corrects their lines' },
] as const;

/** Which crossing, and between which times and up to which shift its traces are compared. */
export function TieToolbar() {
  const { stores, tiePanel } = useViewer();
  const { gateMs, maxShiftMs, isCorrected } = useStore(stores.tiePanel);
  const isTied = useStore(stores.ties, ({ open }) => open !== null);
  const tie = useShownTie();
  const [from, to] = gateMs ?? (tie === null ? [null, null] : timesInCommon(tie.traces));
  return (
    <div className={`${shell['toolbar']!} ${styles['toolbar']!}`} role="toolbar" aria-label="Tie">
      <PlaceStepper testId="tie-place" />
      <span className={styles['field']}>
        Gate
        <NumberField label="Gate from, ms" text={timeText(from)} onCommit={(ms) => tiePanel.setGateEnd(0, ms)} />
        to
        <NumberField label="Gate to, ms" text={timeText(to)} onCommit={(ms) => tiePanel.setGateEnd(1, ms)} />
        ms
      </span>
      <IconButton label="All that both traces have" disabled={gateMs === null} onClick={() => tiePanel.clearGate()}>
        <RotateCcw aria-hidden />
      </IconButton>
      <span className={styles['field']}>
        Shifts up to
        <NumberField
          label="Largest shift, ms"
          text={timeText(maxShiftMs)}
          onCommit={(ms) => tiePanel.setMaxShift(ms)}
        />
        ms
      </span>
      {isTied && (
        <Segments
          label="Traces"
          value={isCorrected ? 'corrected' : 'stored'}
          options={VIEWS}
          onChange={(view) => tiePanel.setCorrected(view === 'corrected')}
        />
      )}
      <span className={shell['spring']} />
      <IconButton label="Close" shortcut="Y" onClick={() => tiePanel.toggle()}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

/** Down to a microsecond, as SEG-Y has its intervals. */
const timeText = (ms: number | null): string => (ms === null ? '' : String(Math.round(ms * 1000) / 1000));
