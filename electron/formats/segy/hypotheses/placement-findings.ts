/** What the user should know of words that were chosen, or that could have been. */
import type { GeometryPlaces, MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../../shared/survey.ts';
import { note } from '../finding.ts';
import { STANDARD_PLACES, type PlacedWords } from '../geometry-places.ts';
import { lineBytes, type Placement } from './placement.ts';
import type { ProbeColumns } from './probe-columns.ts';

export function placementFindings(winner: Placement, others: readonly Placement[], columns: ProbeColumns): Finding[] {
  const { inline, crossline } = winner.words.places;
  const isStandard = inline.byte === STANDARD_PLACES.inline.byte && crossline.byte === STANDARD_PLACES.crossline.byte;
  return [...(isStandard ? [] : [elsewhere(winner, columns)]), ...rivals(winner, others)];
}

function elsewhere(winner: Placement, columns: ProbeColumns): Finding {
  const { x, y } = winner.words.places;
  const name = winner.preset === null ? '' : ` (${winner.preset})`;
  const standard: PlacedWords = { places: STANDARD_PLACES, scalarValue: null };
  const message = `Line numbers were found in ${lineBytes(winner.words)}${name}; ${standardFault(columns)}.`;
  return note('lines-elsewhere', message, {
    assumed: `Lines are numbered by ${lineBytes(winner.words)}, and placed by bytes ${x.byte} and ${y.byte}.`,
    effect: 'Other words would number the lines otherwise, or make no cube of the file.',
    remedies: [{ label: `Use ${lineBytes(standard)}`, overrides: linePlaces(STANDARD_PLACES) }],
  });
}

/** What is wrong with the standard's own words. */
export function standardFault(columns: ProbeColumns): string {
  const words = [columns.of(STANDARD_PLACES.inline), columns.of(STANDARD_PLACES.crossline)];
  if (words.every((column) => column.every((value) => value === 0))) {
    return "the standard's own, bytes 189 and 193, are zero in every header looked at";
  }
  if (words.some((column) => column.every((value) => value === column[0]))) {
    return "of the standard's own, bytes 189 and 193, one never changes";
  }
  return "the standard's own, bytes 189 and 193, make no such grid";
}

/** One finding for the best other way: more would hide it. */
function rivals(winner: Placement, others: readonly Placement[]): Finding[] {
  const rival = others.find((other) => !hasSameShape(winner, other));
  if (rival === undefined || rival.lines === null || winner.lines === null) return [];
  const grid = ({ inline, crossline }: NonNullable<Placement['lines']>): string =>
    `${inline.count} x ${crossline.count}`;
  const name = rival.preset === null ? '' : ` (${rival.preset})`;
  const message = `The lines could as well be numbered by ${lineBytes(rival.words)}${name}, which make a grid of ${grid(rival.lines)} instead of ${grid(winner.lines)}.`;
  return [
    note('lines-ambiguous', message, {
      assumed: `Lines are numbered by ${lineBytes(winner.words)}.`,
      effect: 'Traces would stand at other positions, under other numbers.',
      remedies: [{ label: `Use ${lineBytes(rival.words)}`, overrides: linePlaces(rival.words.places) }],
    }),
  ];
}

/** The same grid under other numbers, or turned, is no other way to see the data. */
function hasSameShape({ lines: one }: Placement, { lines: other }: Placement): boolean {
  const counts = [one, other].map((lines) => [lines?.inline.count ?? 0, lines?.crossline.count ?? 0]);
  const [[a, b], [c, d]] = counts as [[number, number], [number, number]];
  return (a === c && b === d) || (a === d && b === c);
}

const linePlaces = ({ inline, crossline }: GeometryPlaces): MappingOverrides => ({ inline, crossline });
