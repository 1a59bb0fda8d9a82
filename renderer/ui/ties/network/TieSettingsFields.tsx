import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useViewer } from '../../../bindings/viewer.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import styles from './ties.module.css';

/** Gate, greatest shift and least quality; the lines are tied anew when one changes. */
export function TieSettingsFields() {
  const { ties, stores } = useViewer();
  const settings = useStore(stores.ties, (state) => state.settings);
  const open = useStore(stores.ties, (state) => state.open);
  const gate = settings.gateMs ?? open?.ties.gateMs ?? null;
  const setGate = (from: number, to: number): void => {
    if (from === gate?.[0] && to === gate[1]) return;
    if (to > from) ties.set({ gateMs: [from, to] });
  };
  return (
    <>
      <span className={styles['field']} title="Two-way times between which traces are compared">
        Gate
        <NumberField
          label="Gate from, ms"
          text={gate === null ? '' : String(Math.round(gate[0]))}
          onCommit={(from) => setGate(from, gate?.[1] ?? Infinity)}
        />
        –
        <NumberField
          label="Gate to, ms"
          text={gate === null ? '' : String(Math.round(gate[1]))}
          onCommit={(to) => setGate(gate?.[0] ?? 0, to)}
        />
        ms
        {settings.gateMs !== null && (
          <IconButton label="Compare all that is recorded" onClick={() => ties.set({ gateMs: null })}>
            <X aria-hidden />
          </IconButton>
        )}
      </span>
      <span className={styles['field']} title="Greater mis-ties are not looked for">
        Shift up to
        <NumberField
          label="Greatest shift, ms"
          text={String(settings.maxShiftMs)}
          onCommit={(maxShiftMs) => {
            if (maxShiftMs > 0 && maxShiftMs !== settings.maxShiftMs) ties.set({ maxShiftMs });
          }}
        />
        ms
      </span>
      <span className={styles['field']} title="Crossings of less quality say nothing of the lines">
        Quality from
        <NumberField
          label="Least quality, 0 to 1"
          text={String(settings.minQuality)}
          onCommit={(minQuality) => {
            if (minQuality >= 0 && minQuality <= 1 && minQuality !== settings.minQuality) ties.set({ minQuality });
          }}
        />
      </span>
    </>
  );
}
