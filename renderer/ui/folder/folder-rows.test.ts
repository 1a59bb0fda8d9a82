import { expect, it } from 'vitest';
import type { FolderFile, SurveySummary } from '../../../shared/folder.ts';
import { shownRows, type FolderColumn } from './folder-rows.ts';

const summary = (change: Partial<SurveySummary>): SurveySummary => ({
  kind: 'line',
  format: 'SEG-Y rev 1',
  traceCount: 10,
  samples: { sampleIntervalUs: 4000, firstSampleMs: 0, count: 100, domain: 'time' },
  inline: null,
  crossline: null,
  box: null,
  health: { state: 'sound', verdict: '', counts: { error: 0, warning: 0, info: 0 } },
  ...change,
});
const file = (name: string, survey: SurveySummary | null): FolderFile => ({
  path: `/data/${name}`,
  name,
  bytes: 100,
  modifiedMs: 0,
  survey,
  fault: survey === null ? { code: 'not-a-file', path: name } : null,
});
const health = (state: SurveySummary['health']['state'], warning: number): SurveySummary['health'] => ({
  state,
  verdict: '',
  counts: { error: 0, warning, info: 0 },
});

const FILES = [
  file(
    'L10.sgy',
    summary({ health: health('assumed', 2), box: { minX: 5, maxX: 6, minY: 0, maxY: 1, unit: 'metres' } }),
  ),
  file('L2.sgy', summary({ health: health('damaged', 0), traceCount: 30 })),
  file('notes.txt', null),
  file('old/cube.sgy', summary({ kind: 'cube', health: health('assumed', 3), traceCount: 20 })),
  file('L1.sgy', summary({})),
];
const ALL = { text: '', health: 'all' } as const;
const names = (column: FolderColumn, isDescending = false, filter: Parameters<typeof shownRows>[1] = ALL): string[] =>
  shownRows(FILES, filter, { column, isDescending }).map(({ name }) => name);

it('sorts names as people count, other columns by value, and what has none last', () => {
  expect(names('name')).toEqual(['L1.sgy', 'L2.sgy', 'L10.sgy', 'old/cube.sgy']);
  expect(names('traces', true)).toEqual(['L2.sgy', 'old/cube.sgy', 'L1.sgy', 'L10.sgy']);
  expect(names('x')).toEqual(['L10.sgy', 'L1.sgy', 'L2.sgy', 'old/cube.sgy']);
  expect(names('x', true)[0]).toBe('L10.sgy');
});

it('puts the worst first by health', () => {
  expect(names('health')).toEqual(['L2.sgy', 'old/cube.sgy', 'L10.sgy', 'L1.sgy']);
});

it('shows what all words of the filter are found in, and what is in doubt or damaged', () => {
  expect(names('name', false, { ...ALL, text: '2d sgy 1' })).toEqual(['L1.sgy', 'L2.sgy', 'L10.sgy']);
  expect(names('name', false, { ...ALL, text: 'OLD' })).toEqual(['old/cube.sgy']);
  expect(names('name', false, { ...ALL, health: 'doubtful' })).toEqual(['L2.sgy', 'L10.sgy', 'old/cube.sgy']);
  expect(names('name', false, { ...ALL, health: 'damaged' })).toEqual(['L2.sgy']);
});
