import { Slider } from 'radix-ui';
import styles from './controls.module.css';

interface RangeSliderProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** What a screen reader says instead of the bare number. */
  readonly valueText?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

export function RangeSlider({ label, value, least, most, step, valueText, disabled, onChange }: RangeSliderProps) {
  return (
    <Slider.Root
      className={styles['slider']}
      value={[value]}
      min={least}
      max={most}
      step={step}
      disabled={disabled ?? false}
      onValueChange={(values) => onChange(values[0] ?? value)}
    >
      <Slider.Track className={styles['track']}>
        <Slider.Range className={styles['range']} />
      </Slider.Track>
      <Slider.Thumb className={styles['thumb']} aria-label={label} aria-valuetext={valueText} />
    </Slider.Root>
  );
}
