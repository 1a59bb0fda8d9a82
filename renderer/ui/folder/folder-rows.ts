/** The surveys of a folder's list: which are shown, and in which order. */
import { sampleValueAt } from '../../../shared/axes.ts';
import type { FolderFile, SurveySummary } from '../../../shared/folder.ts';
import type { HealthState } from '../../../shared/health/health-report.ts';
import { KIND_NAMES } from '../tree/survey-facts.ts';

export type SurveyFile = FolderFile & { readonly survey: SurveySummary };

export type FolderColumn = 'name' | 'kind' | 'traces' | 'lines' | 'samples' | 'x' | 'y' | 'bytes' | 'health';

export interface FolderOrder {
  readonly column: FolderColumn;
  readonly isDescending: boolean;
}

/** `doubtful`: damaged, or read by a choice that may be wrong. */
export type HealthFilter = 'all' | 'doubtful' | 'damaged';

export interface FolderFilter {
  readonly text: string;
  readonly health: HealthFilter;
}

export const isSurvey = (file: FolderFile): file is SurveyFile => file.survey !== null;

const HEALTH_ORDER: Readonly<Record<HealthState, number>> = { damaged: 0, assumed: 1, sound: 2 };

/** Absent values come last, whichever way the rest runs. */
type Key = string | number | null;

const KEYS: Readonly<Record<FolderColumn, (file: SurveyFile) => Key>> = {
  name: ({ name }) => name,
  kind: ({ survey }) => survey.kind,
  traces: ({ survey }) => survey.traceCount,
  lines: ({ survey }) => survey.inline?.first ?? null,
  samples: ({ survey: { samples } }) => sampleValueAt(samples, samples.count - 1),
  x: ({ survey }) => survey.box?.minX ?? null,
  y: ({ survey }) => survey.box?.minY ?? null,
  bytes: ({ bytes }) => bytes,
  health: ({ survey: { health } }) =>
    // Of one state, the one with the most to say first.
    HEALTH_ORDER[health.state] * 1e6 - health.counts.error * 1000 - health.counts.warning,
};

export function shownRows(files: readonly FolderFile[], filter: FolderFilter, order: FolderOrder): SurveyFile[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = files.filter(isSurvey).filter((file) => matches(file, words) && isAsHealthy(file, filter.health));
  const key = KEYS[order.column];
  return rows
    .map((file) => ({ file, key: key(file) }))
    .sort((one, other) => compared(one.key, other.key, order.isDescending) || compareNames(one.file, other.file))
    .map(({ file }) => file);
}

const matches = ({ name, survey }: SurveyFile, words: readonly string[]): boolean => {
  const text = `${name} ${KIND_NAMES[survey.kind]} ${survey.format}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

const isAsHealthy = ({ survey }: SurveyFile, wanted: HealthFilter): boolean =>
  wanted === 'all' || (wanted === 'damaged' ? survey.health.state === 'damaged' : survey.health.state !== 'sound');

function compared(one: Key, other: Key, isDescending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order = typeof one === 'string' ? naturally(one, String(other)) : one - Number(other);
  return isDescending ? -order : order;
}

const collator = new Intl.Collator('en', { numeric: true });
const naturally = (one: string, other: string): number => collator.compare(one, other);
const compareNames = (one: FolderFile, other: FolderFile): number => naturally(one.name, other.name);

export const byName = (files: readonly FolderFile[]): FolderFile[] => files.toSorted(compareNames);
