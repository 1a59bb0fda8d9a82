/** What an axis is by its name, as programs of this field call it. */
import type { Domain } from '../../../../shared/axes.ts';

export type NamedRole = 'inline' | 'crossline' | 'sample' | 'offset';

const NAMES: readonly (readonly [NamedRole, RegExp])[] = [
  ['inline', /^(i|il|in_?line|iline)s?(_?(no|nos|num|number|numbers|index|values?))?$/],
  ['crossline', /^(x|xl|cross_?line|x_?line|cdp|cmp|trace|traces)s?(_?(no|nos|num|number|numbers|index|values?))?$/],
  [
    'sample',
    /^(t|twt|tt|time|times|z|depth|depths|tvd|tvdss|md|samp|sample|samples|vertical)(_?(values?|axis|ms|s|m))?$/,
  ],
  ['offset', /^(off|offset|offsets|angle|angles|component|components)$/],
];

/** Null where the name tells nothing. */
export function roleOfName(name: string): NamedRole | null {
  const bare = name.toLowerCase().trim();
  return NAMES.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

export function domainOfName(name: string): Domain {
  const bare = name.toLowerCase();
  if (/^(depth|z|tvd|md)/.test(bare)) return 'depth';
  return /^(twt|tt|t|time)/.test(bare) ? 'time' : 'unknown';
}

const X_NAME = /^(cdp_?x|x|easting|eastings|utm_?x|x_?coords?|x_?coordinates?|lon|longitude)$/i;
const Y_NAME = /^(cdp_?y|y|northing|northings|utm_?y|y_?coords?|y_?coordinates?|lat|latitude)$/i;

export const coordinateOfName = (name: string): 'x' | 'y' | null =>
  X_NAME.test(name) ? 'x' : Y_NAME.test(name) ? 'y' : null;

export const nameOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const groupOfPath = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));
