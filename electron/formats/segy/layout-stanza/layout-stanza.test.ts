import { describe, expect, it } from 'vitest';
import { detectCodePage } from '../../../../shared/text-header/detect-code-page.ts';
import type { TextHeader } from '../../../../shared/text-header/text-header.ts';
import { codesOf, findingOf, infoOf, surveyBytes, SURVEY_TRACES } from '../test-survey-bytes.ts';
import { findLayoutText } from './find-layout-text.ts';
import { layoutPlaces } from './layout-places.ts';
import { parseLayout, type LayoutEntry } from './parse-layout.ts';

const NAME = '((SEG:Layout ver 1.0:text/xml))';
const xml = (entries: string): string => `<?xml version="1.0"?>\n<segy-layout name="x">${entries}</segy-layout>`;
const entry = (name: string, byte: number, type: string, more = ''): string =>
  `<entry name="${name}" byte="${byte}" type="${type}" ${more}/>`;

const page = (text: string): TextHeader => {
  const bytes = new Uint8Array(3200).fill(0x20);
  bytes.set(new TextEncoder().encode(text));
  return { part: 'extended', offset: 3600, bytes, codePage: detectCodePage(bytes) };
};

describe('findLayoutText', () => {
  it('takes the pages up to the next stanza', () => {
    const texts = [page('C 1'), page(`${NAME}<a>`), page('</a>'), page('((SEG: EndText))')];
    expect(findLayoutText(texts)?.name).toBe(NAME);
    expect(findLayoutText(texts)?.xml.replace(/\s+/g, '')).toBe('<a></a>');
  });

  it('is null without one', () => {
    expect(findLayoutText([page('C 1'), page('((SEG:Measurement Units))')])).toBeNull();
  });
});

describe('parseLayout', () => {
  it('reads entries of the header and of its extensions', () => {
    const text = xml(
      `<desc>a</desc>${entry('iline', 5, 'int4')}<extension name="SEG00001">${entry('cdp_x', 161, 'ieee64', 'if-non-zero="1"')}</extension>`,
    );
    expect(parseLayout(text)).toEqual({
      entries: [
        { extension: 0, name: 'iline', byte: 5, type: 'int4', isIfNonZero: false },
        { extension: 1, name: 'cdp_x', byte: 161, type: 'ieee64', isIfNonZero: true },
      ],
    });
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'name byte type'],
    ['another root', '<other/>'],
    ['an unclosed element', '<segy-layout><entry>'],
    ['an entity that grows', `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>${xml('<d>&c;</d>')}`],
    ['elements in elements', '<a>'.repeat(20_000)],
  ])('refuses %s with a reason', (_, text) => {
    expect(parseLayout(text)).toEqual({ reason: expect.stringMatching(/./) as string });
  });
});

describe('layoutPlaces', () => {
  const of = (...entries: Partial<LayoutEntry>[]) =>
    layoutPlaces(
      entries.map((some) => ({ extension: 0, name: 'iline', byte: 1, type: 'int4', isIfNonZero: false, ...some })),
      480,
    );

  it('knows the types of the standard', () => {
    expect(of({ type: 'uint4' }).places.inline).toEqual({ byte: 1, type: 'uint32' });
    expect(of({ type: 'ibmfp' }).places.inline).toEqual({ byte: 1, type: 'ibm32' });
    expect(of({ name: 'cdp_x', type: 'coor4' })).toMatchObject({ places: { x: { type: 'int32' } }, areScaled: true });
    expect(of({ name: 'cdp_x', type: 'ieee64', extension: 1, byte: 161 })).toMatchObject({
      places: { x: { byte: 401, type: 'float64' } },
      areScaled: false,
    });
  });

  it.each([
    [{ byte: 238 }, 'iline at byte 238'],
    [{ byte: 0 }, 'iline at byte 0'],
    [{ byte: Number.NaN }, 'iline at no byte'],
    [{ type: 'string8' }, 'iline as string8'],
    [{ type: 'toString' }, 'iline as toString'],
    [{ type: '' }, 'iline as no type'],
    [{ extension: 2 }, 'iline in extension 2, which traces do not have'],
    [{ name: 'nsamps', byte: 201, type: 'uint4' }, 'nsamps at byte 201 (read at 115)'],
  ])('says what it cannot follow: %j', (some, ignored) => {
    expect(of(some)).toMatchObject({ places: {}, ignored: [ignored] });
  });

  it('has nothing to say of words that are where they belong, or not read', () => {
    const { ignored } = of(
      { name: 'nsamps', byte: 115, type: 'uint2' },
      { name: 'delay', byte: 109, type: 'time2' },
      { name: 'wdepthso', byte: 1, type: 'elev4' },
    );
    expect(ignored).toEqual([]);
  });
});

describe.each([false, true])('a file with a layout, little-endian: %s', (littleEndian) => {
  const traces = SURVEY_TRACES.map(({ words: { 189: inline, 193: crossline, ...words }, samples }) => ({
    words: { ...words, 197: inline!, 205: crossline! },
    samples,
  }));
  const withLayout = (entries: string): Uint8Array =>
    surveyBytes({ traces, littleEndian, extendedText: [`${NAME}\n${xml(entries)}`] });

  it('opens by its words', async () => {
    const info = await infoOf(withLayout(entry('iline', 197, 'int4') + entry('xline', 205, 'uint4')));
    expect(info).toMatchObject({
      kind: 'cube',
      inline: { first: 100, last: 109 },
      crossline: { first: 300, last: 311 },
      mapping: { origin: 'detected', overrides: {}, mapping: { inline: { byte: 197 }, crossline: { type: 'uint32' } } },
    });
    expect(findingOf(info, 'layout-stanza')?.remedies).toHaveLength(1);
  });

  it('opens by the words of the user all the same', async () => {
    const bytes = withLayout(entry('iline', 205, 'int4') + entry('xline', 197, 'int4'));
    expect(await infoOf(bytes)).toMatchObject({ inline: { first: 300 } });
    const overrides = { inline: { byte: 197, type: 'int32' }, crossline: { byte: 205, type: 'int32' } } as const;
    expect(await infoOf(bytes, overrides)).toMatchObject({ inline: { first: 100 } });
  });

  it('says what it cannot read or follow', async () => {
    expect(codesOf(await infoOf(withLayout('<entry')))).toContain('layout-stanza-unreadable');
    expect(codesOf(await infoOf(withLayout(entry('iline', 300, 'int4'))))).toContain('layout-stanza-partly');
  });
});
