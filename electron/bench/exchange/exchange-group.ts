/** The document of crossings in its three formats: bytes, and the time to write and to read one. */
import { createDocument } from '../../../shared/exchange/create-document.ts';
import { encodeBson } from '../../../shared/exchange/document-bson.ts';
import { encodeCbor } from '../../../shared/exchange/document-cbor.ts';
import { encodeJson } from '../../../shared/exchange/document-json.ts';
import type { ExchangeDocument } from '../../../shared/exchange/exchange-document.ts';
import { readDocument, type DocumentFormat } from '../../../shared/exchange/read-document.ts';
import { findCrossings } from '../../../shared/geometry/crossings/find-crossings.ts';
import { packedWalks, type WalkSize } from '../crossings/random-walks.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { bytesText } from '../harness/bytes-text.ts';
import { createRandom } from '../harness/seeded-random.ts';
import { timeEach } from '../scan/time-each.ts';

const SIZE: WalkSize = { lines: 100, traces: 2000 };
const SAMPLES = 500;
const SEED = 1;
/** The last results are kept alive, and documents are large. */
const MOST_ROUNDS = 20;

const ENCODERS: Readonly<Record<DocumentFormat, (document: ExchangeDocument) => Uint8Array>> = {
  json: (document) => Buffer.from([...encodeJson(document)].join('')),
  cbor: encodeCbor,
  bson: encodeBson,
};

export const exchangeGroup: BenchGroup = {
  name: 'exchange',
  description: 'writing and reading a document of crossings as JSON, CBOR and BSON',
  needsFile: false,
  peer: null,
  prepare() {
    const document = exampleDocument();
    const formats = Object.keys(ENCODERS) as DocumentFormat[];
    const encoded = formats.map((format) => ({ format, bytes: ENCODERS[format](document) }));
    const sizes = encoded.map(({ format, bytes }) => `${format} ${bytesText(bytes.length)}`).join(', ');
    const { lines, traces } = SIZE;
    const traceCount = [...document.traces.values()].flatMap((profiles) =>
      [...profiles.values()].map(({ size }) => size),
    );
    return Promise.resolve({
      cases: encoded.flatMap(({ format, bytes }) => [
        wholeCase(`${format}, encode`, () => ENCODERS[format](document)),
        wholeCase(`${format}, decode and check`, () => readDocument(bytes, format, 'bench')),
      ]),
      notes: () => [
        `Size: ${sizes}. ${lines} lines of ${traces} traces, ${document.intersections.length} crossings, ` +
          `${traceCount.reduce((a, b) => a + b, 0)} bounding traces of ${SAMPLES} samples.`,
        'Decoding checks every part of the document as an import does.',
      ],
      close: () => Promise.resolve(),
    });
  },
};

const wholeCase = (name: string, call: () => unknown): BenchCase => ({
  name,
  callsPerRound: 1,
  mostRounds: MOST_ROUNDS,
  drawArgument: () => 0,
  ours: timeEach(() => Promise.resolve(call())),
  peer: null,
});

/** With samples that have as many digits as amplitudes do. */
function exampleDocument(): ExchangeDocument {
  const lines = packedWalks(SIZE, SEED);
  const ids = Array.from({ length: SIZE.lines }, (_, p) => ({
    survey: 'survey',
    profile: `profile ${String(p).padStart(4, '0')}`,
  }));
  const document = createDocument(ids, lines, findCrossings(lines));
  const random = createRandom(SEED);
  const profiles = new Map<string, Map<number, Float32Array>>();
  const add = (profile: string, trace: number): void => {
    const traces = profiles.get(profile) ?? new Map<number, Float32Array>();
    profiles.set(profile, traces);
    if (!traces.has(trace))
      traces.set(
        trace,
        Float32Array.from({ length: SAMPLES }, () => random(2 ** 24) / 997 - 8000),
      );
  };
  for (const { profile1, profile2, t11, t12, t21, t22 } of document.intersections) {
    for (const trace of [t11, t12]) add(profile1, trace);
    for (const trace of [t21, t22]) add(profile2, trace);
  }
  return { ...document, traces: new Map([['survey', profiles]]) };
}
