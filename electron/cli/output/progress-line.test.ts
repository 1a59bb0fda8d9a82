import { expect, it } from 'vitest';
import { createCollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { createProgressLine, progressText } from './progress-line.ts';

it('tells share, amount and speed', () => {
  expect(progressText(424e6, 848e6, 2, 'bytes')).toBe('50% of 848 MB, 212 MB/s');
  expect(progressText(500, 2000, 0, 'traces')).toBe('25% of 2000 traces');
  expect(progressText(0, 0, 1, 'bytes')).toMatch(/^100% of 0 bytes/);
});

it('draws over itself and clears what it drew', () => {
  const terminal = createCollectingTerminal('/', { isInteractive: true });
  const line = createProgressLine(terminal, 'Writing', 'bytes');
  line.update(1, 2);
  line.update(2, 2);
  line.clear();
  const drawn = terminal.errors().split('\r').slice(1);
  expect(drawn[0]).toMatch(/^Writing: 50% of 2 bytes/);
  expect(drawn[1]).toMatch(/^Writing: 100% of 2 bytes/);
  expect(drawn[2]!.trim()).toBe('');
  expect(drawn[2]!.length).toBeGreaterThanOrEqual(drawn[1]!.trimEnd().length);
});

it('draws nothing where stderr is no terminal', () => {
  const terminal = createCollectingTerminal('/');
  const line = createProgressLine(terminal, 'Writing', 'bytes');
  line.update(1, 2);
  line.clear();
  expect(terminal.errors()).toBe('');
});
