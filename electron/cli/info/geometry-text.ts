/** Facts of gathers, lines and coordinates for people. */
import { offsetCount, type OffsetAxis } from '../../../shared/axes.ts';
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import { splitText } from '../../../shared/mapping/split-text.ts';
import type { GatherAxes, LineInfo, LineSet, NumberRange, SurveyInfo } from '../../../shared/survey.ts';

type TextFact = [label: string, value: string];

const count = (value: number): string => value.toLocaleString('en-US');

export const geometryFacts = ({ gathers, lines, worldFit }: SurveyInfo): TextFact[] => [
  ...(gathers === null ? [] : gatherFacts(gathers)),
  ...(lines === null ? [] : lineFacts(lines)),
  ...(worldFit === null ? [] : [fitFact(worldFit)]),
];

const POSITION_NAMES = { bins: 'grid position', cdps: 'CDP', shots: 'field record' } as const;

const gatherFacts = ({ positions, offsets }: GatherAxes): TextFact[] => [
  ['Gathers', `at each ${POSITION_NAMES[positions]}`],
  ['Offsets', offsetText(offsets)],
];

function offsetText(offsets: OffsetAxis): string {
  if (offsets.kind === 'numbers') return `not told apart; up to ${count(offsetCount(offsets))} traces, numbered from 1`;
  const { values } = offsets;
  return `${count(values.length)}, ${values[0]!} to ${values.at(-1)!}`;
}

/** More lines than this are for `--json`. */
const MOST_LISTED = 50;

function lineFacts({ split, choices, lines }: LineSet): TextFact[] {
  const ways = choices.map((choice) => `${splitText(choice.split)} (${choice.label}): ${countLines(choice.lineCount)}`);
  const more = lines.length - MOST_LISTED;
  return [
    ['Split', choices.length > 1 ? `${splitText(split)}, of ${ways.join('; ')}` : splitText(split)],
    ...lines
      .slice(0, MOST_LISTED)
      .map((line, at): TextFact => [at === 0 ? 'Lines' : '', `${at + 1}  ${lineText(line)}`]),
    ...(more > 0 ? [['', `and ${count(more)} more (--json lists all)`] as TextFact] : []),
  ];
}

const countLines = (lines: number): string => (lines === 1 ? '1 line' : `${count(lines)} lines`);

function lineText({ name, traceCount, cdp, shotPoint, length }: LineInfo): string {
  const parts = [
    `${count(traceCount)} traces`,
    ...(cdp === null ? [] : [`CDP ${rangeText(cdp)}`]),
    ...(shotPoint === null ? [] : [`shot points ${rangeText(shotPoint)}`]),
    ...(length === null ? [] : [`${length.toFixed(1)} long`]),
  ];
  return `${name}: ${parts.join(', ')}`;
}

const rangeText = ({ first, last }: NumberRange): string => `${first} to ${last}`;

function fitFact({ rmsResidual, maxResidual, maxTrace, traceCount, leftOutCount }: WorldFitQuality): TextFact {
  const leftOut = leftOutCount === 0 ? '' : `, ${count(leftOutCount)} left out`;
  const most = `${maxResidual.toPrecision(3)} at most (trace ${maxTrace + 1})`;
  return [
    'Grid fit',
    `residual ${rmsResidual.toPrecision(3)} RMS, ${most}, over ${count(traceCount)} traces${leftOut}`,
  ];
}
