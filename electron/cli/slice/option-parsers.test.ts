import { describe, expect, it } from 'vitest';
import { parseInteger, parseNumber, parsePercent, parseTraceRange } from './option-parsers.ts';

describe('option parsers', () => {
  it.each([
    [parseNumber, '-1.5', -1.5],
    [parseInteger, '-12', -12],
    [parsePercent, '99.5', 99.5],
    [parseTraceRange, '7', { first: 7, count: 1 }],
    [parseTraceRange, '7:20', { first: 7, count: 20 }],
  ])('%o takes %j', (parse, text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it.each([
    [parseNumber, ''],
    [parseNumber, 'twelve'],
    [parseInteger, '1.5'],
    [parsePercent, '0'],
    [parsePercent, '101'],
    [parseTraceRange, '-1'],
    [parseTraceRange, '1:0'],
    [parseTraceRange, '1:2:3'],
    [parseTraceRange, ':4'],
  ])('%o refuses %j', (parse, text) => {
    expect(() => parse(text)).toThrow(/must be/);
  });
});
