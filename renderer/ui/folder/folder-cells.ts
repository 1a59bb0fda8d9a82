/** What a row of a folder's list says, cell by cell. */
import { sampleUnit, sampleValueAt, type LineAxis, type SampleAxis } from '../../../shared/axes.ts';
import type { HealthSummary, WorldBox } from '../../../shared/folder.ts';
import { formatBytes, formatCount } from '../shell/format.ts';
import { KIND_NAMES } from '../tree/survey-facts.ts';
import type { FolderColumn, SurveyFile } from './folder-rows.ts';

export interface ColumnHead {
  readonly column: FolderColumn;
  readonly title: string;
  /** Numbers stand right. */
  readonly isNumber: boolean;
}

/** In the order of the grid in `folder.module.css`. */
export const COLUMNS: readonly ColumnHead[] = [
  { column: 'name', title: 'Name', isNumber: false },
  { column: 'kind', title: 'Kind', isNumber: false },
  { column: 'traces', title: 'Traces', isNumber: true },
  { column: 'lines', title: 'Lines', isNumber: false },
  { column: 'samples', title: 'Range', isNumber: false },
  { column: 'x', title: 'X', isNumber: false },
  { column: 'y', title: 'Y', isNumber: false },
  { column: 'bytes', title: 'Size', isNumber: true },
  { column: 'health', title: 'Health', isNumber: false },
];

export function cellTexts({ name, bytes, survey }: SurveyFile): Readonly<Record<FolderColumn, string>> {
  const { kind, traceCount, inline, crossline, samples, box, health } = survey;
  return {
    name,
    kind: KIND_NAMES[kind],
    traces: formatCount(traceCount),
    lines: inline === null || crossline === null ? '–' : `${axisText(inline)} × ${axisText(crossline)}`,
    samples: rangeText(samples),
    x: box === null ? '–' : spanText(box.minX, box.maxX, box.unit),
    y: box === null ? '–' : spanText(box.minY, box.maxY, box.unit),
    bytes: formatBytes(bytes),
    health: healthText(health),
  };
}

const axisText = ({ first, last }: LineAxis): string => (first === last ? String(first) : `${first}–${last}`);

function rangeText(samples: SampleAxis): string {
  const figure = (value: number): string => String(Number(value.toFixed(3))).replace('-', '−');
  const last = sampleValueAt(samples, samples.count - 1);
  return `${figure(samples.firstSampleMs)}–${figure(last)} ${sampleUnit(samples.domain)}`.trimEnd();
}

/** Metres and feet to the whole one, angles to a thousandth of a degree. */
function spanText(min: number, max: number, unit: WorldBox['unit']): string {
  const digits = unit === 'metres' || unit === 'feet' ? 0 : 3;
  const figure = (value: number): string => value.toFixed(digits).replace('-', '−');
  const [one, other] = [figure(min), figure(max)];
  return one === other ? one : `${one}–${other}`;
}

const STATE_NAMES = { sound: 'Sound', assumed: 'Assumed', damaged: 'Damaged' } as const;

/** Notes are no matter of health. */
function healthText({ state, counts }: HealthSummary): string {
  const count = counts.error + counts.warning;
  return count === 0 ? STATE_NAMES[state] : `${STATE_NAMES[state]} ${count}`;
}
