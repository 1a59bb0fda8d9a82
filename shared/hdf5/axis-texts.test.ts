import { describe, expect, it } from 'vitest';
import { mappingOptionsText } from '../mapping/mapping-options-text.ts';
import { overridesFromJson, overridesToJson } from '../mapping/mapping-json.ts';
import { axisRolesFromText } from './axis-roles.ts';
import { axisValuesFromText } from './axis-values.ts';

describe('axisValuesFromText', () => {
  it.each([
    ['count', { kind: 'count' }],
    ['/run/a b', { kind: 'dataset', path: '/run/a b' }],
    ['100:2', { kind: 'numbers', first: 100, step: 2 }],
    [' -0,5 : 0.25 ', { kind: 'numbers', first: -0.5, step: 0.25 }],
    ['7', { kind: 'numbers', first: 7, step: 1 }],
    ['/data@il_first:il_step', { kind: 'attributes', path: '/data', first: 'il_first', step: 'il_step' }],
  ])('reads %s', (text, expected) => {
    expect(axisValuesFromText(text)).toEqual(expected);
  });

  it.each(['', 'counted', '1:', ':2', '1:0', '1:2:3', 'a:b', 'NaN:1'])('refuses "%s"', (text) => {
    expect(axisValuesFromText(text)).toBeNull();
  });
});

describe('axisRolesFromText', () => {
  it('reads roles and fixed positions', () => {
    expect(axisRolesFromText('sample, 3 ,crossline,inline')).toEqual(['sample', 3, 'crossline', 'inline']);
    expect(axisRolesFromText('crossline,sample')).toEqual(['crossline', 'sample']);
  });

  it.each(['', 'inline,sample', 'crossline,crossline,sample', 'inline,crossline,time', 'crossline,sample,-1'])(
    'refuses "%s"',
    (text) => {
      expect(axisRolesFromText(text)).toBeNull();
    },
  );
});

describe('the mapping of a dataset', () => {
  const json = { dataset: 'my data', axes: 'inline,crossline,sample', inlineValues: '10:2', sampleUnit: 's' };

  it('comes back from JSON, its path from the root', () => {
    const overrides = overridesFromJson(json);
    expect(overrides.dataset).toBe('/my data');
    expect(overridesFromJson(overridesToJson(overrides))).toEqual(overrides);
  });

  it('is written as options that a shell takes apart again', () => {
    expect(mappingOptionsText(overridesFromJson(json))).toBe(
      "--dataset '/my data' --axes inline,crossline,sample --inline-values 10:2 --sample-unit s",
    );
  });

  it('names what is wrong', () => {
    expect(() => overridesFromJson({ axes: 'inline' })).toThrow(/axes: write crossline and sample once each/);
    expect(() => overridesFromJson({ inlineValues: '?' })).toThrow(/inlineValues: write count/);
  });
});
