/** Parsers of option values, for commander: they throw its own error, which names the option. */
import { InvalidArgumentError } from 'commander';
import type { GatherPosition, TraceRange } from './plane-options.ts';

export function parseNumber(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.');
  return value;
}

export function parseInteger(text: string): number {
  const value = parseNumber(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}

export function parsePercent(text: string): number {
  const value = parseNumber(text);
  if (value <= 0 || value > 100) throw new InvalidArgumentError('It must be more than 0 and at most 100.');
  return value;
}

/** `FIRST` or `FIRST:COUNT`. */
export function parseTraceRange(text: string): TraceRange {
  const [first, count, ...rest] = text.split(':');
  const range = { first: parseInteger(first ?? ''), count: count === undefined ? 1 : parseInteger(count) };
  if (rest.length > 0 || range.first < 0 || range.count < 1) {
    throw new InvalidArgumentError('It must be FIRST or FIRST:COUNT, 0-based.');
  }
  return range;
}

/** `CROSSLINE` or `INLINE:CROSSLINE`. */
export function parseGather(text: string): GatherPosition {
  const numbers = text.split(':');
  const [crossline, inline] = numbers.map(parseInteger).reverse();
  if (crossline === undefined || numbers.length > 2) {
    throw new InvalidArgumentError('It must be INLINE:CROSSLINE, or a CDP or field record number.');
  }
  return { inline: inline ?? null, crossline };
}

export function parsePositive(text: string): number {
  const value = parseNumber(text);
  if (value <= 0) throw new InvalidArgumentError('It must be more than 0.');
  return value;
}

export function parsePort(text: string): number {
  const value = parseInteger(text);
  if (value < 0 || value > 65_535) throw new InvalidArgumentError('It must be 0 to 65535.');
  return value;
}
