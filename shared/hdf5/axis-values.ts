/** Where the labels of an axis come from, as text: on the command line, in a kept mapping and in the dialog alike. */

export type AxisValues =
  /** `count`: 0 to n - 1. */
  | { readonly kind: 'count' }
  /** `/iline`: a dataset with one number for each position. */
  | { readonly kind: 'dataset'; readonly path: string }
  /** `/data@first:step`: attributes of an object that hold the first label and the step. */
  | { readonly kind: 'attributes'; readonly path: string; readonly first: string; readonly step: string }
  /** `1000:2`: the first label and the step. */
  | { readonly kind: 'numbers'; readonly first: number; readonly step: number };

export const COUNTED = 'count';

/** What the user is told that such a text may be. */
export const AXIS_VALUES_WANTED =
  'count, a dataset of as many numbers (/path), FIRST:STEP, or two attributes (/path@FIRST:STEP)';

/** Null where the text is none of them. */
export function axisValuesFromText(text: string): AxisValues | null {
  const trimmed = text.trim();
  if (trimmed === COUNTED) return { kind: 'count' };
  if (trimmed.startsWith('/')) {
    const attributes = /^(.*)@([^@:]+):([^@:]+)$/.exec(trimmed);
    if (attributes === null) return { kind: 'dataset', path: trimmed };
    const [, path = '', first = '', step = ''] = attributes;
    return { kind: 'attributes', path, first, step };
  }
  const [first, step = '1', ...more] = trimmed.split(':').map((part) => part.trim());
  const numbers = { first: numberFrom(first), step: numberFrom(step) };
  const isUsable = more.length === 0 && Number.isFinite(numbers.first) && Number.isFinite(numbers.step);
  return isUsable && numbers.step !== 0 ? { kind: 'numbers', ...numbers } : null;
}

const numberFrom = (text: string | undefined): number =>
  text === undefined || text === '' ? NaN : Number(text.replace(',', '.'));
