import { describe, expect, test } from 'vitest';
import { CrosslineError } from '../errors.ts';
import { placeFromText, placeText } from './header-place.ts';
import { overridesFromJson, overridesToJson } from './mapping-json.ts';
import { overridesKey, type MappingOverrides } from './segy-mapping.ts';

describe('places', () => {
  test.each([
    ['189', 'int32', { byte: 189, type: 'int32' }],
    [' 71 ', 'int16', { byte: 71, type: 'int16' }],
    ['201:float32', 'int32', { byte: 201, type: 'float32' }],
    ['241 : float64', 'int32', { byte: 241, type: 'float64' }],
  ] as const)('%s', (text, defaultType, place) => {
    expect(placeFromText(text, defaultType)).toEqual(place);
    expect(placeFromText(placeText(place), 'int16')).toEqual(place);
  });

  test.each(['', '0', '-1', '189:', '189:int', '1.5', '99999', '15599:int32', 'toString:int32'])('%j is none', (text) =>
    expect(placeFromText(text, 'int32')).toBeNull(),
  );
});

describe('overrides', () => {
  const overrides: MappingOverrides = {
    inline: { byte: 5, type: 'int32' },
    x: { byte: 73, type: 'float32' },
    scalarValue: null,
    format: 5,
    byteOrder: 'little',
    intervalUs: 2000.5,
    kind: 'cube',
    domain: 'depth',
  };

  test('survive JSON', () =>
    expect(overridesFromJson(JSON.parse(JSON.stringify(overridesToJson(overrides))))).toEqual(overrides));

  test('survive a wire, which keeps places as they are', () =>
    expect(overridesFromJson(structuredClone(overrides))).toEqual(overrides));

  test('take bare bytes as the words of the standard', () =>
    expect(overridesFromJson({ inline: 9, scalar: '71', y: undefined })).toEqual({
      inline: { byte: 9, type: 'int32' },
      scalar: { byte: 71, type: 'int16' },
    }));

  test.each([
    [{ inlin: 5 }, /inlin/],
    [{ inline: 'here' }, /inline: "here" is no place/],
    [{ samples: 0 }, /samples/],
    [{ samples: NaN }, /samples/],
    [{ intervalUs: -4000 }, /intervalUs/],
    [{ kind: 'sphere' }, /kind/],
    [[], /mapping/],
    [null, /mapping/],
  ])('%j is refused with its name', (json, expected) => {
    expect(() => overridesFromJson(json)).toThrow(CrosslineError);
    expect(() => overridesFromJson(json)).toThrow(expected);
  });

  test('have one key in any order', () => {
    const reversed = Object.fromEntries(Object.entries(overrides).toReversed()) as MappingOverrides;
    expect(overridesKey(reversed)).toBe(overridesKey(overrides));
    expect(overridesKey({ ...overrides, format: 1 })).not.toBe(overridesKey(overrides));
    expect(overridesKey({ format: 1, samples: undefined })).toBe(overridesKey({ format: 1 }));
  });
});
