/** Figures of words over many traces, as `crossline headers` prints them. */
import type { HeaderColumn, WordStatistics } from '../../../shared/headers/header-statistics.ts';
import type { HeaderWordDefinition } from '../../../shared/headers/header-word.ts';
import { isConstant } from '../../../shared/headers/useful-columns.ts';
import { wordText } from '../../../shared/headers/word-text.ts';
import { columnName } from '../../../shared/headers/column-place.ts';
import { traceWordAt } from '../../../shared/headers/trace-words.ts';
import type { HeaderPlace, WordType } from '../../../shared/mapping/header-place.ts';
import { alignedLines } from '../output/aligned-lines.ts';
import { columnsText } from '../output/columns-text.ts';

export interface FiguresJson {
  readonly byte: number;
  readonly type: WordType;
  readonly name: string;
  readonly title: string;
  readonly traces: number;
  /** Null where no value is finite. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Null where more values differ than were kept apart. */
  readonly distinct: number | null;
  readonly zeros: number;
  readonly nonFinite: number;
  readonly constant: boolean;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function figuresJson(place: HeaderPlace, statistics: WordStatistics): FiguresJson {
  const { count, min, max, mean, distinctCount, zeroCount, nonFiniteCount } = statistics;
  return {
    byte: place.byte,
    type: place.type,
    name: columnName(place),
    title: traceWordAt(place)?.title ?? '',
    traces: count,
    min: finite(min),
    max: finite(max),
    mean: finite(mean),
    distinct: distinctCount,
    zeros: zeroCount,
    nonFinite: nonFiniteCount,
    constant: isConstant(statistics),
  };
}

const distinctText = ({ distinctCount }: WordStatistics): string =>
  distinctCount === null ? 'many' : String(distinctCount);

/** Varying words first, in the standard's order; then constant ones that are not zero; then the names of those that are. */
export function summaryText(words: readonly HeaderWordDefinition[], statistics: readonly WordStatistics[]): string {
  const figures = words.map((word, index) => ({ word, statistics: statistics[index]! }));
  const varying = figures.filter(({ statistics: figure }) => !isConstant(figure));
  const constant = figures.filter(({ statistics: figure }) => isConstant(figure) && figure.zeroCount < figure.count);
  const zero = figures.filter(({ statistics: figure }) => isConstant(figure) && figure.zeroCount === figure.count);
  const varyingText = columnsText(
    [
      ['byte', 'right'],
      ['type', 'left'],
      ['name', 'left'],
      ['min', 'right'],
      ['max', 'right'],
      ['distinct', 'right'],
      ['zeros', 'right'],
      ['description', 'left'],
    ],
    varying.map(({ word, statistics: figure }) => [
      String(word.byte),
      word.type,
      word.name,
      wordText(figure.min, word.type),
      wordText(figure.max, word.type),
      distinctText(figure),
      String(figure.zeroCount),
      word.title,
    ]),
  );
  const constantText = columnsText(
    [
      ['byte', 'right'],
      ['type', 'left'],
      ['name', 'left'],
      ['value', 'right'],
      ['description', 'left'],
    ],
    constant.map(({ word, statistics: figure }) => [
      String(word.byte),
      word.type,
      word.name,
      wordText(figure.min, word.type),
      word.title,
    ]),
  );
  const zeroText = wrapped(zero.map(({ word }) => word.name));
  return [
    ...(varying.length > 0 ? [`Varying words\n${varyingText}`] : []),
    ...(constant.length > 0 ? [`Constant words\n${constantText}`] : []),
    ...(zero.length > 0 ? [`Zero in every trace\n${zeroText}`] : []),
  ].join('\n');
}

/** Columns of a terminal that anything is shown in. */
const LINE_LENGTH = 80;

function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > LINE_LENGTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => `${text}\n`).join('');
}

/** Of the most frequent values; a plot shows the rest. */
const FREQUENT_LISTED = 20;

export function columnText(place: HeaderPlace, { statistics, frequent }: HeaderColumn): string {
  const { count, min, max, mean, zeroCount, nonFiniteCount } = statistics;
  const title = traceWordAt(place)?.title;
  const figures = alignedLines([
    ['Word', [`${place.byte}:${place.type}`, columnName(place), title ?? ''].join('  ').trimEnd()],
    ['Traces', String(count)],
    ['Minimum', wordText(min, place.type)],
    ['Maximum', wordText(max, place.type)],
    ['Mean', String(mean)],
    ['Distinct', distinctText(statistics)],
    ['Zeros', String(zeroCount)],
    ...(nonFiniteCount > 0 ? [['Not finite', String(nonFiniteCount)] as const] : []),
  ]);
  if (frequent === null) return figures;
  const rows = Array.from(frequent.values.subarray(0, FREQUENT_LISTED), (value, i) => [
    wordText(value, place.type),
    String(frequent.counts[i]!),
  ]);
  return `${figures}\nMost frequent\n${columnsText(
    [
      ['value', 'right'],
      ['traces', 'right'],
    ],
    rows,
  )}`;
}
