import { describe, expect, it } from 'vitest';
import { STANDARD } from '../testing/mappings.ts';
import { draftReading, editsOf, NO_EDITS, withEdit } from './mapping-draft.ts';

describe('a draft', () => {
  it('reads what is typed over a reading, and keeps the rest of it', () => {
    const base = { inline: STANDARD.inline, crossline: STANDARD.crossline };
    const edits = { inline: '5:int16', samples: ' 462 ', intervalUs: '2000,5', scalarValue: '', kind: 'line' };
    expect(draftReading(base, edits)).toEqual({
      overrides: {
        inline: { byte: 5, type: 'int16' },
        crossline: STANDARD.crossline,
        samples: 462,
        intervalUs: 2000.5,
        scalarValue: null,
        kind: 'line',
      },
      invalid: {},
    });
  });

  it.each([
    ['inline', ':int32', /byte number/],
    ['x', '0:int32', /byte number/],
    ['samples', '', /whole number/],
    ['samples', '4.5', /whole number/],
    ['intervalUs', '-4000', /above 0/],
    ['scalarValue', 'many', /number/],
    ['kind', 'sphere', /choices/],
  ] as const)('says what %s wants where it holds %j, and leaves it out', (field, text, wanted) => {
    const { overrides, invalid } = draftReading({}, { [field]: text, format: '5' });
    expect(overrides).toEqual({ format: 5 });
    expect(invalid[field]).toMatch(wanted);
  });

  it('is the inverse of the edits of overrides', () =>
    expect(draftReading({}, editsOf(STANDARD))).toEqual({ overrides: STANDARD, invalid: {} }));

  it('has no edit that says what is there anyway', () => {
    const edits = withEdit(NO_EDITS, 'samples', '462', '75');
    expect(edits).toEqual({ samples: '462' });
    expect(withEdit(edits, 'samples', '75', '75')).toEqual({});
    expect(withEdit(edits, 'samples', null, null)).toEqual({});
  });
});
