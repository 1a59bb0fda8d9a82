/** The rows of the crossings table as it shows them: what is stepped through by keys, too. */
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import { crossingRows, shownRows, type CrossingRow } from '../../state/crossings/crossing-rows.ts';
import type { CrossingsState } from '../../state/crossings/crossings-store.ts';
import { surveyOf, type SessionState } from '../../state/session-store.ts';

/** Of what was found last: making and sorting fifteen thousand takes a tenth of a second. */
let known: { readonly found: OpenCrossings; readonly rows: readonly CrossingRow[] } | null = null;

function openRows(found: OpenCrossings | null, session: SessionState): readonly CrossingRow[] {
  if (found === null) return [];
  if (known?.found !== found) {
    known = { found, rows: crossingRows(found, (id) => surveyOf(session, id)?.info.name ?? id) };
  }
  return known.rows;
}

type Listing = Pick<CrossingsState, 'found' | 'filter' | 'chosenLines' | 'order'>;

/** Table, toolbar and keys ask for the same. */
let listed: { readonly of: Listing; readonly rows: readonly CrossingRow[] } | null = null;

export function listedRows(of: Listing, session: SessionState): readonly CrossingRow[] {
  const { found, filter, chosenLines, order } = of;
  const isKnown =
    listed?.of.found === found &&
    listed.of.filter === filter &&
    listed.of.chosenLines === chosenLines &&
    listed.of.order === order;
  if (isKnown) return listed!.rows;
  const rows = shownRows(openRows(found, session), filter, chosenLines, order);
  listed = { of, rows };
  return rows;
}
