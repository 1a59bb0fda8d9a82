import { sampleUnit, sampleValueAt, type LineAxis, type SampleAxis } from '../../../shared/axes.ts';
import { describeFault } from '../../../shared/errors.ts';
import type { SurveySummary, WorldBox } from '../../../shared/folder.ts';
import { columnsText, type ColumnHead } from '../output/columns-text.ts';
import type { ExaminedFolder } from './examined-folder.ts';

const HEADS: readonly ColumnHead[] = [
  ['Name', 'left'],
  ['Kind', 'left'],
  ['Traces', 'right'],
  ['Lines', 'left'],
  ['Samples', 'left'],
  ['X', 'left'],
  ['Y', 'left'],
  ['Health', 'left'],
];

/** What `crossline info FOLDER` prints for people: a line a survey, and why the other files are none. */
export function folderText({ files, isCut }: ExaminedFolder): string {
  const surveys = files.filter((file) => file.survey !== null);
  const others = files.filter((file) => file.fault !== null);
  const table =
    surveys.length === 0
      ? 'No surveys.\n'
      : columnsText(
          HEADS,
          surveys.map(({ name, survey }) => [name, ...surveyCells(survey!)]),
        );
  const reasons = others.map(({ name, fault }) => `  ${name}: ${describeFault(fault!).message}\n`);
  const listed = others.length === 0 ? '' : `\nNo surveys, ${others.length}:\n${reasons.join('')}`;
  return `${table}${listed}${isCut ? '\nThere is more: only the first files, and not the deepest, were looked at.\n' : ''}`;
}

const surveyCells = ({ kind, traceCount, inline, crossline, samples, box, health }: SurveySummary): string[] => [
  kind,
  traceCount.toLocaleString('en-US'),
  inline === null || crossline === null ? '-' : `${axisText(inline)} x ${axisText(crossline)}`,
  samplesText(samples),
  ...boxCells(box),
  health.verdict,
];

const axisText = ({ first, last, step }: LineAxis): string => `${first}-${last}${step === 1 ? '' : `/${step}`}`;

function samplesText(samples: SampleAxis): string {
  const last = sampleValueAt(samples, samples.count - 1);
  const figure = (value: number): string => String(Number(value.toFixed(3)));
  return `${figure(samples.firstSampleMs)} to ${figure(last)} ${sampleUnit(samples.domain)}`.trimEnd();
}

const boxCells = (box: WorldBox | null): [string, string] =>
  box === null
    ? ['-', '-']
    : [`${box.minX.toFixed(0)} to ${box.maxX.toFixed(0)}`, `${box.minY.toFixed(0)} to ${box.maxY.toFixed(0)}`];
