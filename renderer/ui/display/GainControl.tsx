import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { GAIN_EXPONENTS } from '../../state/display-store.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { RangeSlider } from '../controls/RangeSlider.tsx';
import styles from './display.module.css';
import { DisplayRow } from './DisplayRow.tsx';

const { least, most, step } = GAIN_EXPONENTS;

export function GainControl() {
  const { display } = useViewer().stores;
  const gain = useStore(display, (state) => state.gain);
  const text = String(Number(gain.toPrecision(3)));
  const setGain = (value: number): void => {
    if (value > 0) display.setState({ gain: Math.min(Math.max(value, 2 ** least), 2 ** most) });
  };
  return (
    <DisplayRow label="Gain">
      <RangeSlider
        label="Gain"
        value={Math.log2(gain)}
        least={least}
        most={most}
        step={step}
        valueText={`times ${text}`}
        onChange={(exponent) => setGain(2 ** exponent)}
      />
      <NumberField label="Gain" text={text} onCommit={setGain} />
      <span className={styles['unit']}>×</span>
    </DisplayRow>
  );
}
