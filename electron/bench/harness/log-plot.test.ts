import { expect, it } from 'vitest';
import { logPlot } from './log-plot.ts';

const TITLES = { title: 'Times <of> all', x: 'segments', y: 'ms' };

it('places each point by its logarithms, within whole decades', () => {
  const svg = logPlot(TITLES, [{ name: 'ours', points: [[10, 1], [1000, 100]] }, { name: 'none', points: [] }]); // prettier-ignore
  const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  // The corners of the plot's area: two decades in x, two in y.
  expect(circles).toEqual([[64, 372], [464, 36]]); // prettier-ignore
  expect(svg).toContain('Times &lt;of> all');
  expect(svg).not.toContain('>none<');
});

it('has a decade to show where all values are alike', () => {
  expect(logPlot(TITLES, [{ name: 'ours', points: [[10, 1]] }])).toContain('cx="64.0" cy="372.0"');
});
