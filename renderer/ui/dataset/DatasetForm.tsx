import { useStore } from 'zustand';
import { SAMPLE_UNITS } from '../../../shared/hdf5/dataset-mapping.ts';
import type { Hdf5Dataset, Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import { COORDINATE_UNITS } from '../../../shared/mapping/segy-mapping.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { rolesOf, type DatasetDraft } from '../../state/dataset/dataset-draft.ts';
import { chosenDraft, proposalOf } from '../../state/dataset/dataset-store.ts';
import assistant from '../assistant/assistant.module.css';
import { Button } from '../controls/Button.tsx';
import { Choice, type ChoiceOption } from '../controls/Choice.tsx';
import { AxisField } from './AxisField.tsx';
import { coordinateSources } from './value-sources.ts';
import { ValuesField } from './ValuesField.tsx';
import styles from './dataset.module.css';
import { storedText } from './dataset-words.ts';

/** What each axis of the chosen dataset is, and where its values come from. */
export function DatasetForm() {
  const { stores, datasets } = useViewer();
  const { outline, dataset, drafts } = useStore(stores.dataset);
  const draft = useStore(stores.dataset, chosenDraft);
  const described = outline?.nodes.find(({ path }) => path === dataset)?.dataset ?? null;
  const proposal = dataset === null ? null : proposalOf(outline, dataset);
  const isEdited = dataset !== null && drafts[dataset] !== undefined;
  return (
    <section className={assistant['form']} aria-label="Reading of the dataset">
      <div className={assistant['formHead']}>
        <h3 className={assistant['heading']}>{dataset ?? 'Choose a dataset'}</h3>
        <Button disabled={!isEdited} onClick={() => datasets.reset()}>
          Reset all
        </Button>
      </div>
      {outline !== null && described !== null && draft !== null && (
        <>
          <p className={styles['stored']}>{storedText(described)}</p>
          {!isEdited &&
            proposal?.reasons.map((reason) => (
              <p key={reason} className={styles['reason']}>
                {reason}
              </p>
            ))}
          <Fields outline={outline} dataset={described} draft={draft} />
        </>
      )}
    </section>
  );
}

interface FieldsProps {
  readonly outline: Hdf5Outline;
  readonly dataset: Hdf5Dataset;
  readonly draft: DatasetDraft;
}

function Fields({ outline, dataset, draft }: FieldsProps) {
  const roles = rolesOf(draft);
  return (
    <>
      <Group title="Axes, slowest first">
        {dataset.shape.map((size, axis) => (
          <AxisField key={axis} dataset={dataset} axis={axis} size={size} role={roles[axis] ?? 0} />
        ))}
      </Group>
      <Group title="Values">
        {(['inline', 'crossline', 'sample'] as const)
          .filter((role) => roles.includes(role))
          .map((role) => (
            <ValuesField
              key={`${draft.dataset} ${role}`}
              outline={outline}
              role={role}
              count={dataset.shape[roles.indexOf(role)]!}
              draft={draft}
            />
          ))}
        <PlainChoice label="Unit" field="sampleUnit" draft={draft} options={SAMPLE_UNIT_OPTIONS} />
        <PlainChoice label="Domain" field="domain" draft={draft} options={DOMAIN_OPTIONS} />
      </Group>
      <Group title="Coordinates">
        <PlainChoice label="X" field="xDataset" draft={draft} options={coordinateSources(outline, dataset, roles)} />
        <PlainChoice label="Y" field="yDataset" draft={draft} options={coordinateSources(outline, dataset, roles)} />
        <PlainChoice label="Unit" field="coordinateUnit" draft={draft} options={COORDINATE_OPTIONS} />
      </Group>
    </>
  );
}

const named = <Value extends string>(values: readonly Value[]): ChoiceOption<Value>[] =>
  values.map((value) => ({ value, label: value }));

const UNIT_NAMES = {
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  m: 'metres',
  km: 'kilometres',
  ft: 'feet',
} as const;

const SAMPLE_UNIT_OPTIONS = SAMPLE_UNITS.map((value) => ({ value, label: UNIT_NAMES[value] }));
const DOMAIN_OPTIONS = named(['time', 'depth', 'unknown'] as const);
const COORDINATE_OPTIONS = named(COORDINATE_UNITS);

const Group = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <fieldset className={assistant['group']}>
    <legend className={assistant['legend']}>{title}</legend>
    {children}
  </fieldset>
);

interface PlainChoiceProps<Field extends keyof DatasetDraft> {
  readonly label: string;
  readonly field: Field;
  readonly draft: DatasetDraft;
  readonly options: readonly ChoiceOption<DatasetDraft[Field]>[];
}

function PlainChoice<Field extends keyof DatasetDraft>({ label, field, draft, options }: PlainChoiceProps<Field>) {
  const { datasets } = useViewer();
  return (
    <div className={assistant['field']} data-testid={`field-${field}`}>
      <span className={assistant['fieldLabel']} aria-hidden>
        {label}
      </span>
      <div className={assistant['fieldControl']}>
        <Choice
          label={field === 'coordinateUnit' ? 'Unit of coordinates' : label}
          value={draft[field]}
          options={options}
          onChange={(value) => datasets.change((each) => ({ ...each, [field]: value }))}
        />
      </div>
    </div>
  );
}
