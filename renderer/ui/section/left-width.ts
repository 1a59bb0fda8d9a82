import type { EdgeTick } from './section-axes.ts';

/** Characters that the left axis has room for at any zoom, so that it seldom changes its width under the pointer. */
const LEAST_CHARACTERS = 6;

/** CSS width of the left axis: title, longest label and mark. */
export function leftWidth(ticks: readonly EdgeTick[]): string {
  const longest = Math.max(LEAST_CHARACTERS, ...ticks.map(({ label }) => label.length));
  return `calc(${longest}ch + 26px)`;
}
