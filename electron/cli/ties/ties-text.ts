import type { TieDocument, TiedCrossing } from '../../../shared/ties/tie-document.ts';
import { columnsText, type ColumnHead } from '../output/columns-text.ts';

const LINE_HEADS: readonly ColumnHead[] = [
  ['line', 'left'],
  ['shift ms', 'right'],
  ['phase deg', 'right'],
  ['gain', 'right'],
  ['curve ms', 'right'],
  ['crossings', 'right'],
  ['', 'left'],
];
const WORST_HEADS: readonly ColumnHead[] = [
  ['worst ties', 'left'],
  ['', 'left'],
  ['shift ms', 'right'],
  ['phase deg', 'right'],
  ['gain', 'right'],
  ['difference', 'right'],
  ['before', 'right'],
  ['quality', 'right'],
];
/** What one looks at first; the rest is in the document. */
const WORST_SHOWN = 10;

const fixed = (value: number, decimals: number): string => value.toFixed(decimals).replace(/^-(0\.?0*)$/, '$1');

/** The corrections of all lines, and the crossings where most is left. */
export function tiesText(document: TieDocument): string {
  const rows = document.lines.map((line) => [
    line.name,
    fixed(line.shiftMs, 2),
    fixed(line.phaseDeg, 1),
    fixed(line.gain, 3),
    fixed(
      line.shiftCurve.reduce((most, [, ms]) => Math.max(most, Math.abs(ms)), 0),
      2,
    ),
    String(line.crossings),
    line.isReference ? 'reference' : document.groups > 1 ? `group ${line.group + 1}` : '',
  ]);
  rows.sort((a, b) => a[0]!.localeCompare(b[0]!, 'en', { numeric: true }));
  const worst = document.crossings.filter(({ rank }) => rank !== null && rank <= WORST_SHOWN);
  worst.sort((a, b) => a.rank! - b.rank!);
  return `\n${columnsText(LINE_HEADS, rows)}${worst.length === 0 ? '' : `\n${columnsText(WORST_HEADS, worst.map(worstRow))}`}`;
}

function worstRow({ line1, line2, residualBefore, residualAfter, quality }: TiedCrossing): readonly string[] {
  const { shiftMs, phaseDeg, gain, difference } = residualAfter!;
  return [
    ...[line1, line2, fixed(shiftMs, 2), fixed(phaseDeg, 1), fixed(gain, 3), fixed(difference, 3)],
    ...[residualBefore === null ? '' : fixed(residualBefore.difference, 3), fixed(quality, 2)],
  ];
}

/** E.g. "24 lines, 194 crossings, 180 used in 1 group; median difference 1.184 before, 0.042 after; 162 loops close within 0.27 ms." */
export function summaryText({ lines, crossings, groups, loops }: TieDocument): string {
  const differences = (key: 'residualBefore' | 'residualAfter'): string => {
    const values = crossings.flatMap((each) => each[key]?.difference ?? []).sort((a, b) => a - b);
    return values.length === 0 ? 'unknown' : fixed(values[values.length >> 1]!, 3);
  };
  const used = crossings.filter(({ isUsed }) => isUsed).length;
  const closures =
    loops.length === 0
      ? ''
      : `; ${counted(loops.length, 'loop')}, the worst open by ${fixed(Math.abs(loops[0]!.shiftMs), 2)} ms`;
  return (
    `${counted(lines.length, 'line')}, ${counted(crossings.length, 'crossing')}, ${used} used, ${counted(groups, 'group')}; ` +
    `median difference ${differences('residualBefore')} before, ${differences('residualAfter')} after${closures}.`
  );
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
