import { useId } from 'react';
import type { Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { VALUES_FIELDS, wantedOf, type DatasetDraft, type LineRole } from '../../state/dataset/dataset-draft.ts';
import assistant from '../assistant/assistant.module.css';
import { Choice } from '../controls/Choice.tsx';
import { axisSources, TYPED } from './value-sources.ts';

interface ValuesFieldProps {
  readonly outline: Hdf5Outline;
  readonly role: LineRole;
  readonly count: number;
  readonly draft: DatasetDraft;
}

const LABELS = { inline: 'Inlines', crossline: 'Crosslines', sample: 'Samples' } as const;

/** Where the labels of an axis come from: counted, a dataset, or what the user types. */
export function ValuesField({ outline, role, count, draft }: ValuesFieldProps) {
  const { datasets } = useViewer();
  const wantedId = useId();
  const field = VALUES_FIELDS[role];
  const sources = axisSources(outline, count);
  const text = draft[field];
  const isTyped = !sources.some(({ value }) => value === text);
  const wanted = wantedOf(draft)[field];
  const change = (changed: string): void => datasets.change((each) => ({ ...each, [field]: changed }));
  return (
    <div className={assistant['field']} data-testid={`field-${field}`}>
      <span className={assistant['fieldLabel']} aria-hidden>
        {LABELS[role]}
      </span>
      <div className={assistant['fieldControl']}>
        <Choice
          label={`Values of ${LABELS[role].toLowerCase()}`}
          value={isTyped ? TYPED : text}
          options={sources}
          onChange={(value) => change(value === TYPED ? '1:1' : value)}
        />
        {isTyped && (
          <input
            className={assistant['input']}
            type="text"
            aria-label={`First and step of ${LABELS[role].toLowerCase()}`}
            title="FIRST:STEP, or two attributes: /path@FIRST:STEP"
            aria-invalid={wanted !== undefined}
            aria-describedby={wanted === undefined ? undefined : wantedId}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
      </div>
      {wanted !== undefined && (
        <p id={wantedId} className={assistant['wanted']} role="alert">
          {wanted}
        </p>
      )}
    </div>
  );
}
