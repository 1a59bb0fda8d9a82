import { RadioGroup } from 'radix-ui';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { describeFault } from '../../../shared/errors.ts';
import styles from './assistant.module.css';
import { ReadingItem } from './ReadingItem.tsx';

/** The ways to read the file, best first. Arrow keys choose. */
export function ReadingList() {
  const { stores, assistant } = useViewer();
  const { readings, chosenId, edits, proposing } = useStore(stores.assistant);
  return (
    <section className={styles['readings']} aria-label="Readings">
      <h3 className={styles['heading']}>Ways to read it</h3>
      {proposing.status === 'running' && <p className={styles['hint']}>Looking at the whole file…</p>}
      {proposing.status === 'failed' && (
        <p className={styles['hint']}>{describeFault(proposing.fault).message} Say on the right how to read it.</p>
      )}
      <RadioGroup.Root
        className={styles['readingList']}
        aria-label="Ways to read the file"
        value={chosenId ?? ''}
        onValueChange={(id) => assistant.choose(id)}
      >
        {readings.map((reading) => (
          <ReadingItem
            key={reading.id}
            reading={reading}
            isChosen={reading.id === chosenId}
            editCount={Object.keys(edits[reading.id] ?? {}).length}
          />
        ))}
      </RadioGroup.Root>
    </section>
  );
}
