import type { AxisRole } from '../../../shared/hdf5/axis-roles.ts';
import type { Hdf5Dataset } from '../../../shared/hdf5/hdf5-outline.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { withRole } from '../../state/dataset/dataset-draft.ts';
import assistant from '../assistant/assistant.module.css';
import { Choice } from '../controls/Choice.tsx';
import { axisName } from './dataset-words.ts';

interface AxisFieldProps {
  readonly dataset: Hdf5Dataset;
  readonly axis: number;
  readonly size: number;
  readonly role: AxisRole;
}

const OPTIONS = [
  { value: 'inline', label: 'Inline' },
  { value: 'crossline', label: 'Crossline' },
  { value: 'sample', label: 'Sample' },
  { value: 'fixed', label: 'One position' },
] as const;

/** What an axis is; a fixed one is looked at in one position. Another axis of the same role takes the role that this one had. */
export function AxisField({ dataset, axis, size, role }: AxisFieldProps) {
  const { datasets } = useViewer();
  const name = axisName(dataset, axis);
  const label = `Axis ${axis + 1}`;
  const change = (changed: AxisRole): void => datasets.change((draft) => withRole(draft, axis, changed));
  return (
    <div className={assistant['field']} data-testid={`axis-${axis}`}>
      <span className={assistant['fieldLabel']} title={name ?? undefined} aria-hidden>
        {name ?? label}
      </span>
      <div className={assistant['fieldControl']}>
        <Choice
          label={`${label}${name === null ? '' : `, ${name}`}`}
          value={typeof role === 'number' ? 'fixed' : role}
          options={OPTIONS}
          onChange={(value) => change(value === 'fixed' ? 0 : value)}
        />
        {typeof role === 'number' ? (
          <input
            className={assistant['byte']}
            type="number"
            min={0}
            max={size - 1}
            aria-label={`Position on ${label.toLowerCase()}`}
            value={role}
            onChange={({ currentTarget: { valueAsNumber } }) => {
              if (Number.isInteger(valueAsNumber) && valueAsNumber >= 0 && valueAsNumber < size) change(valueAsNumber);
            }}
          />
        ) : (
          <span className={assistant['unit']}>{size} positions</span>
        )}
      </div>
    </div>
  );
}
