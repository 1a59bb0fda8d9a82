import { deserialize, serialize, type Document } from 'bson';
import { Encoder } from 'cbor-x';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../errors.ts';
import { encodeBson } from './document-bson.ts';
import { encodeCbor } from './document-cbor.ts';
import { encodeCsv } from './document-csv.ts';
import { profileIdOf, surveyIdOf } from './document-ids.ts';
import { encodeJson } from './document-json.ts';
import type { ExchangeDocument } from './exchange-document.ts';
import { readDocument, type DocumentFormat } from './read-document.ts';
import { exampleDocument } from './test-document.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const ENCODERS: Readonly<Record<DocumentFormat, (document: ExchangeDocument) => Uint8Array>> = {
  json: (document) => utf8([...encodeJson(document)].join('')),
  cbor: encodeCbor,
  bson: encodeBson,
};

type Tree = Record<string, unknown>;

const jsonTree = (): Tree => JSON.parse([...encodeJson(exampleDocument())].join('')) as Tree;

/** What is wrong with a JSON document in which one value is another (undefined: missing), as "path detail". */
function problemsWith(keys: readonly (string | number)[], value: unknown): string[] {
  const tree = jsonTree();
  const holder = keys.slice(0, -1).reduce<Tree>((each, key) => each[key] as Tree, tree);
  holder[keys.at(-1)!] = value;
  return problemsOf(utf8(JSON.stringify(tree)), 'json');
}

function problemsOf(bytes: Uint8Array, format: DocumentFormat): string[] {
  try {
    readDocument(bytes, format, 'X');
    return [];
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault.code !== 'wrong-document') throw thrown;
    return fault.problems.map(({ path, detail }) => `${path} ${detail}`);
  }
}

describe.each(['json', 'cbor', 'bson'] as const)('%s', (format) => {
  it('comes back as it was, to the last bit', () => {
    const document = exampleDocument();
    expect(document.intersections).toMatchObject([{ x: 541403.375, y: 6720827, profile1: 'p1', profile2: 'p2' }, {}]);
    expect(document.overlaps).toMatchObject([{ profile1: 'p2', x1: 541400, x2: 541410.1 }]);
    const back = readDocument(ENCODERS[format](document), format, 'X');
    expect(back).toEqual(document);
  });

  it('is refused where it is cut off', () => {
    const bytes = ENCODERS[format](exampleDocument());
    expect(problemsOf(bytes.subarray(0, bytes.length - 5), format)[0]).toMatch(/^the file is no (JSON|CBOR|BSON): /);
  });
});

describe('what is written for other programs', () => {
  it('tags typed arrays in CBOR: 40 over 86 for positions, 85 for samples', () => {
    const hex = Buffer.from(encodeCbor(exampleDocument())).toString('hex');
    const hexOf = ({ buffer }: Float32Array | Float64Array) => Buffer.from(buffer).toString('hex');
    const positions = hexOf(Float64Array.of(541384, 6720796, 541404, 6720828));
    // Tag 40, [[2, 2], tag 86, 32 bytes].
    expect(hex).toContain(`d82882820202d8565820${positions}`);
    // Tag 85, 12 bytes.
    expect(hex).toContain(`d8554c${hexOf(Float32Array.of(1, 2, 3))}`);
    // Not a record of cbor-x.
    expect(hex).not.toContain('d9dff');
  });

  it('names type and shape in BSON, and keeps whole coordinates doubles', () => {
    const tree = deserialize(encodeBson(exampleDocument()), { promoteValues: false });
    const positions = (tree['coordinates'] as Document)['a survey'] as Document;
    expect(positions['p1']).toMatchObject({ dtype: '<f8', data: { sub_type: 0 } });
    const [first] = tree['intersections'] as Document[];
    expect(first!['y']).toMatchObject({ _bsontype: 'Double', value: 6720827 });
    expect(first!['t12']).toMatchObject({ _bsontype: 'Int32', value: 1 });
  });

  it('writes null for NaN and the fewest digits of a float32 in JSON', () => {
    const text = [...encodeJson(exampleDocument())].join('');
    expect(text).toContain('[[541397,6720827],[null,null],[541435,6720827]]');
    expect(text).toContain('"0":[0.1,-1e-20,null,3e+38,5]');
  });

  it('writes a table with names', () => {
    const rows = [...encodeCsv(exampleDocument(), (id) => (id === 'p1' ? 'Line "1", old' : id))];
    expect(rows[0]).toBe(
      'survey1,survey2,profile1,profile2,x,y,t11,t11x,t11y,t12,t12x,t12y,t21,t21x,t21y,t22,t22x,t22y,name1,name2\n',
    );
    expect(rows[1]).toBe(
      'a survey,a survey,p1,p2,541403.375,6720827,0,541384,6720796,1,541404,6720828,' +
        '0,541397,6720827,2,541435,6720827,"Line ""1"", old",p2\n',
    );
  });

  it('gives ids that are the same everywhere: those of uuid.uuid5 in Python', () => {
    expect(surveyIdOf('Volve')).toBe('0963ac96-4773-57bf-bda4-49f9d8e7d2f2');
    expect(profileIdOf('abc', 'Line 1')).toBe('47daad14-bd0e-5e0d-a169-77ac1a5e8e8f');
  });
});

describe('import', () => {
  it.each<[string, readonly (string | number)[], unknown, string]>([
    ['a missing part', ['coordinates'], undefined, 'coordinates is missing'],
    ['a part too many', ['notes'], 1, 'notes is no part of the schema'],
    ['no list', ['intersections'], {}, 'intersections is of type object, not a list'],
    ['half a pair', ['coordinates', 'a survey', 'p1', 1], [1], 'coordinates["a survey"].p1[1] is not a pair'],
    ['a text for a number', ['intersections', 0, 'x'], '5', 'intersections[0].x is "5", not a finite number'],
    ['a missing field', ['intersections', 1, 't22y'], undefined, 'intersections[1].t22y is missing, not a finite'],
    ['a field too many', ['intersections', 0, 't13'], 1, 'intersections[0].t13 is no field of the schema'],
    [
      'a trace beyond',
      ['intersections', 0, 't12'],
      2,
      'intersections[0].t12 is 2, not a trace of its profile (0 to 1)',
    ],
    ['half a trace', ['intersections', 0, 't11'], 0.5, 'intersections[0].t11 is 0.5, not a trace'],
    ['an unknown profile', ['intersections', 0, 'profile1'], 'p9', 'intersections[0].profile1 is of a profile that'],
    ['another position', ['intersections', 0, 't11x'], 541385, 'intersections[0].t11x is 541385, but the coordinates'],
    [
      'a place elsewhere',
      ['intersections', 0, 'x'],
      541404.375,
      'intersections[0].x is 541404.375, which does not lie',
    ],
    ['samples of no trace', ['traces', 'a survey', 'p1', '07'], [1], 'traces["a survey"].p1["07"] is no trace'],
    ['no samples', ['traces', 'a survey', 'p1', '1'], [1, true], 'traces["a survey"].p1["1"][1] is of type boolean'],
    ['traces of no profile', ['traces', 'a survey', 'p7'], {}, 'traces["a survey"].p7 is of a profile that'],
    ['an overlap backwards', ['overlaps', 0, 't1To'], 0, 'overlaps[0].t1To is 0, which does not follow t1From'],
  ])('names %s by its path', (_, keys, value, expected) => {
    expect(problemsWith(keys, value).join('\n')).toContain(expected);
  });

  it('takes documents without overlaps and traces', () => {
    const { coordinates, intersections } = jsonTree();
    const read = readDocument(utf8(JSON.stringify({ coordinates, intersections })), 'json', 'X');
    expect(read.overlaps).toEqual([]);
    expect(read.traces.size).toBe(0);
  });

  it('names twenty problems and counts the others', () => {
    const tree = jsonTree();
    tree['intersections'] = Array.from({ length: 50 }, () => 1);
    expect(() => readDocument(utf8(JSON.stringify(tree)), 'json', 'X.json')).toThrow(/X\.json .*and 30 more/);
  });

  it('says which packed arrays have another shape or type', () => {
    const cbor = new Encoder({ useRecords: false });
    const of = (p1: unknown) => cbor.encode({ coordinates: { s: { p1 } }, intersections: [] });
    expect(problemsOf(of(Float64Array.of(1, 2)), 'cbor')[0]).toContain(
      'coordinates.s.p1 has the shape [2] over 2 numbers',
    );
    expect(problemsOf(of(new Uint8Array(16)), 'cbor')[0]).toContain('coordinates.s.p1 is of type object, not float64');
    const bson = serialize({
      coordinates: { s: { p1: { dtype: '<i4', shape: [1, 2], data: null } } },
      intersections: [],
    });
    expect(problemsOf(bson, 'bson')[0]).toContain('coordinates.s.p1 is of type object, not float64');
  });
});
