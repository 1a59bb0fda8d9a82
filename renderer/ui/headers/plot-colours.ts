import type { PlotColours } from '../display/histogram-plot.ts';

/** Of the theme in force. */
export function plotColours(): PlotColours {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string): string => tokens.getPropertyValue(name);
  return {
    line: token('--accent'),
    fill: `color-mix(in srgb, ${token('--accent')} 30%, transparent)`,
    text: token('--text-muted'),
    grid: token('--border'),
  };
}
