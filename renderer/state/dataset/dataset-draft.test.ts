import { describe, expect, it } from 'vitest';
import { wantedOf, withRole, type DatasetDraft } from './dataset-draft.ts';

const DRAFT: DatasetDraft = {
  dataset: '/data',
  axes: 'inline,crossline,sample',
  inlineValues: '/il',
  crosslineValues: '/xl',
  sampleValues: '/t',
  sampleUnit: 'ms',
  xDataset: 'none',
  yDataset: 'none',
  domain: 'time',
  coordinateUnit: 'metres',
};

describe('withRole', () => {
  it('lets two axes change places, with what says their values', () => {
    const changed = withRole(DRAFT, 0, 'sample');
    expect(changed).toMatchObject({ axes: 'sample,crossline,inline', sampleValues: '/il', inlineValues: '/t' });
    expect(withRole(changed, 0, 'inline')).toEqual(DRAFT);
  });

  it('fixes an axis, and counts it when it is a line again', () => {
    const fixed = withRole(DRAFT, 0, 3);
    expect(fixed).toMatchObject({ axes: '3,crossline,sample', inlineValues: 'count', crosslineValues: '/xl' });
    expect(withRole(fixed, 0, 'inline')).toMatchObject({ axes: DRAFT.axes, inlineValues: 'count' });
  });

  it('keeps crosslines and samples, without which there is no section', () => {
    expect(withRole(DRAFT, 2, 0)).toBe(DRAFT);
    expect(withRole(DRAFT, 1, 0)).toBe(DRAFT);
    expect(withRole(DRAFT, 7, 'inline')).toBe(DRAFT);
  });
});

describe('wantedOf', () => {
  it('names the fields that mean nothing, of the axes that are used', () => {
    expect(wantedOf(DRAFT)).toEqual({});
    expect(Object.keys(wantedOf({ ...DRAFT, inlineValues: '100:', sampleValues: 'a' }))).toEqual([
      'inlineValues',
      'sampleValues',
    ]);
    expect(wantedOf({ ...DRAFT, axes: '0,crossline,sample', inlineValues: '?' })).toEqual({});
  });
});
