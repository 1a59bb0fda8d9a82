import { AudioWaveform, Link2, RefreshCw, SquareSplitHorizontal, X } from 'lucide-react';
import { useStore } from 'zustand';
import type { CrossingRequest } from '../../../shared/crossing-calls.ts';
import { CROSSING_ALGORITHMS } from '../../../shared/geometry/crossings/find-crossings.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { crossingCount } from '../../state/crossings/crossing-at.ts';
import { Button } from '../controls/Button.tsx';
import { Choice } from '../controls/Choice.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { countOf, formatCount } from '../shell/format.ts';
import styles from './crossings.module.css';
import { ExportMenu } from './ExportMenu.tsx';
import { ImportButton } from './ImportButton.tsx';

const ALGORITHM_NAMES: Readonly<Record<CrossingRequest['algorithm'], string>> = {
  auto: 'Fastest algorithm',
  'brute-force': 'Brute force',
  'binary-search': 'Binary search',
  'bentley-ottmann': 'Bentley-Ottmann',
};

/** @param shownCount rows that pass the filter */
export function CrossingsToolbar({ shownCount }: { readonly shownCount: number }) {
  const { crossings, stores, tiePanel, ties } = useViewer();
  const { status, found, imported, filter, chosenLines, request, isSplitShown } = useStore(stores.crossings);
  const isTieShown = useStore(stores.tiePanel, (state) => state.isShown);
  const count = found === null ? 0 : crossingCount(found) + found.overlaps.length;
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Crossings">
      <input
        type="search"
        className={styles['filter']}
        placeholder="Filter by line, survey or kind"
        aria-label="Filter crossings"
        spellCheck={false}
        value={filter}
        onChange={(event) => stores.crossings.setState({ filter: event.currentTarget.value })}
      />
      {imported !== null && (
        <span className={styles['chip']} data-testid="imported-document">
          {imported.name}
          <IconButton label="Close the document" onClick={() => crossings.closeDocument()}>
            <X aria-hidden />
          </IconButton>
        </span>
      )}
      {chosenLines !== null && (
        <span className={styles['chip']}>
          {countOf(chosenLines.size, 'line')} chosen on the map
          <IconButton label="Show all lines" onClick={() => stores.crossings.setState({ chosenLines: null })}>
            <X aria-hidden />
          </IconButton>
        </span>
      )}
      <span className={styles['count']} data-testid="crossing-count" data-count={count}>
        {shownCount === count
          ? countsText(found === null ? 0 : crossingCount(found), found?.overlaps.length ?? 0)
          : `${formatCount(shownCount)} of ${formatCount(count)} shown`}
      </span>
      <span className={styles['spring']} />
      {status === 'searching' ? (
        <span className={styles['state']} role="status">
          Searching…
          <IconButton label="Cancel the search" onClick={() => void crossings.cancelSearch()}>
            <X aria-hidden />
          </IconButton>
        </span>
      ) : (
        <IconButton label="Search again" disabled={status === 'none'} onClick={() => crossings.searchAgain()}>
          <RefreshCw aria-hidden />
        </IconButton>
      )}
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={request.selfCrossings}
          onChange={(event) => crossings.ask({ selfCrossings: event.currentTarget.checked })}
        />
        Self-crossings
      </label>
      <Choice
        label="Algorithm"
        value={request.algorithm}
        options={CROSSING_ALGORITHMS.map((value) => ({ value, label: ALGORITHM_NAMES[value] }))}
        onChange={(algorithm) => crossings.ask({ algorithm })}
      />
      <Button disabled={found === null || crossingCount(found) === 0} onClick={() => ties.tie()}>
        <Link2 aria-hidden /> Tie lines
      </Button>
      <ImportButton />
      <ExportMenu isDisabled={status === 'none'} />
      <IconButton
        label="Both sections at the crossing"
        shortcut="S"
        aria-pressed={isSplitShown}
        disabled={count === 0}
        onClick={() => crossings.toggleSplit()}
      >
        <SquareSplitHorizontal aria-hidden />
      </IconButton>
      <IconButton
        label="How the lines tie at the crossing"
        shortcut="Y"
        aria-pressed={isTieShown}
        disabled={count === 0}
        onClick={() => tiePanel.toggle()}
      >
        <AudioWaveform aria-hidden />
      </IconButton>
    </div>
  );
}

function countsText(crossingsFound: number, overlaps: number): string {
  const text = countOf(crossingsFound, 'crossing');
  return overlaps === 0 ? text : `${text}, ${countOf(overlaps, 'overlap')}`;
}
