import { ChevronDown } from 'lucide-react';
import { Select } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './controls.module.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Shown before the label, e.g. a swatch. */
  readonly sample?: ReactNode;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of several, in a menu. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const choose = (chosen: string): void => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  const chosenLabel = options.find((option) => option.value === value)?.label;
  return (
    <Select.Root value={value} onValueChange={choose}>
      <Select.Trigger
        className={styles['select']}
        aria-label={label}
        title={chosenLabel === undefined ? label : `${label}: ${chosenLabel}`}
      >
        <Select.Value />
        <Select.Icon asChild>
          <ChevronDown aria-hidden />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className={styles['menu']} position="popper" sideOffset={2}>
          <Select.Viewport>
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value} className={styles['menuItem']}>
                {option.sample}
                <Select.ItemText>{option.label}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}
