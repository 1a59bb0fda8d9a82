import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { listedRows } from '../../bindings/crossings/listed-rows.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { isSameRef } from '../../state/crossings/crossing-at.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { formatCount } from '../shell/format.ts';
import styles from './crossings.module.css';

/** Goes from crossing to crossing as the table lists them, and says which it is: e.g. "3 of 194". */
export function PlaceStepper({ testId }: { readonly testId: string }) {
  const { crossings, stores } = useViewer();
  const { found, filter, chosenLines, order, selected } = useStore(stores.crossings);
  const rows = useMemo(
    () => listedRows({ found, filter, chosenLines, order }, stores.session.getState()),
    [stores, found, filter, chosenLines, order],
  );
  const at = useMemo(() => rows.findIndex(({ ref }) => isSameRef(ref, selected)), [rows, selected]);
  return (
    <>
      <IconButton label="The crossing before" shortcut="P" onClick={() => crossings.step(-1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <span className={styles['place']} data-testid={testId}>
        {at < 0 ? '–' : formatCount(at + 1)} of {formatCount(rows.length)}
      </span>
      <IconButton label="Next crossing" shortcut="N" onClick={() => crossings.step(1)}>
        <ChevronRight aria-hidden />
      </IconButton>
    </>
  );
}
