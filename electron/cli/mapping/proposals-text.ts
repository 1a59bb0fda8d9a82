/** Ways to read a file, for people: a table, and why the first is the first. */
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import type { SegyMapping } from '../../../shared/mapping/segy-mapping.ts';

const COLUMNS = ['', 'Score', 'Opens as', 'Lines', 'Coordinates', 'Samples', 'Known as'] as const;

export function proposalsText(path: string, proposals: readonly MappingProposal[]): string {
  const rows = [COLUMNS, ...proposals.map((proposal, i) => [String(i + 1), ...cellsOf(proposal)])];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const [best] = proposals;
  const reasons = best === undefined ? [] : ['', 'The first, because:', ...best.reasons.map((reason) => `  ${reason}`)];
  return [path, '', ...table, ...reasons, ''].join('\n');
}

function cellsOf({ score, kind, mapping, preset, inline, crossline, acceptedFor }: MappingProposal): string[] {
  const grid = inline === null || crossline === null ? '' : ` ${inline.count} x ${crossline.count}`;
  const accepted = acceptedFor === null ? [] : [`accepted for ${acceptedFor}`];
  return [
    score.toFixed(2),
    `${kind}${grid}`,
    kind === 'line' ? `CDP ${mapping.cdp.byte}` : `${mapping.inline.byte}/${mapping.crossline.byte}`,
    `${mapping.x.byte}/${mapping.y.byte}`,
    samplesText(mapping),
    [...(preset === null ? [] : [preset]), ...accepted].join(', '),
  ];
}

const samplesText = ({ samples, format, byteOrder }: SegyMapping): string =>
  `${samples} in format ${format}, ${byteOrder}-endian`;
