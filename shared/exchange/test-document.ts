/** A small document for tests, with everything that a document can hold. */
import { findCrossings } from '../geometry/crossings/find-crossings.ts';
import { packProfiles } from '../geometry/crossings/profile-lines.ts';
import { createDocument } from './create-document.ts';
import type { ExchangeDocument } from './exchange-document.ts';

const IDS = [
  { survey: 'a survey', profile: 'p1' },
  { survey: 'a survey', profile: 'p2' },
  { survey: 'b "quoted"', profile: '__proto__' },
];

/** The golden crossing, an overlap, a trace without a position, and samples that no number of JSON can be. */
export function exampleDocument(): ExchangeDocument {
  const lines = packProfiles([
    { x: [541384, 541404], y: [6720796, 6720828] },
    { x: [541397, NaN, 541435], y: [6720827, NaN, 6720827] },
    { x: [541400, 541410.1], y: [6720827, 6720827] },
  ]);
  const document = createDocument(IDS, lines, findCrossings(lines));
  const samples = Float32Array.of(0.1, -1e-20, NaN, 3e38, 5);
  return {
    ...document,
    traces: new Map([
      ['a survey', new Map([['p1', new Map([[0, samples], [1, Float32Array.of(1, 2, 3)]])]])], // prettier-ignore
    ]),
  };
}
