import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { chosenReading, editsOfReading } from '../../state/assistant/assistant-changes.ts';
import { Button } from '../controls/Button.tsx';
import styles from './assistant.module.css';
import { ChoiceField } from './ChoiceField.tsx';
import { PlaceField } from './PlaceField.tsx';
import { SplitField } from './SplitField.tsx';
import { TextField } from './TextField.tsx';

/** Every part of how the file is read. What the user changed looks so, and is taken back one by one or all at once. */
export function MappingForm() {
  const { stores, assistant } = useViewer();
  const editCount = useStore(stores.assistant, (state) => {
    const reading = chosenReading(state);
    return reading === null ? 0 : Object.keys(editsOfReading(state, reading.id)).length;
  });
  return (
    <section className={styles['form']} aria-label="Mapping">
      <div className={styles['formHead']}>
        <h3 className={styles['heading']}>Read by</h3>
        <Button disabled={editCount === 0} onClick={() => assistant.resetAll()}>
          Reset all
        </Button>
      </div>
      <FieldGroup title="Samples">
        <ChoiceField field="container" />
        <ChoiceField field="byteOrder" />
        <ChoiceField field="format" />
        <TextField field="samples" unit="a trace" />
        <TextField field="intervalUs" unit="µs (depth: mm)" />
        <ChoiceField field="domain" />
        <ChoiceField field="delays" />
      </FieldGroup>
      <FieldGroup title="Lines, by trace header byte">
        <ChoiceField field="kind" />
        <PlaceField field="inline" />
        <PlaceField field="crossline" />
        <PlaceField field="cdp" />
        <PlaceField field="offset" />
        <SplitField />
      </FieldGroup>
      <FieldGroup title="Coordinates, by trace header byte">
        <PlaceField field="x" />
        <PlaceField field="y" />
        <PlaceField field="scalar" />
        <TextField field="scalarValue" unit="for all traces" placeholder="each its own" />
        <ChoiceField field="coordinateUnit" />
      </FieldGroup>
    </section>
  );
}

const FieldGroup = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <fieldset className={styles['group']}>
    <legend className={styles['legend']}>{title}</legend>
    {children}
  </fieldset>
);
