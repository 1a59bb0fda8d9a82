import { encodeBson } from './document-bson.ts';
import { encodeCbor } from './document-cbor.ts';
import { encodeCsv } from './document-csv.ts';
import { encodeJson } from './document-json.ts';
import type { ExchangeDocument } from './exchange-document.ts';

/** A document whose profiles have names, by their ids. */
export interface NamedDocument {
  readonly document: ExchangeDocument;
  readonly names: ReadonlyMap<string, string>;
}

const ENCODERS = {
  json: ({ document }: NamedDocument) => encodeJson(document),
  cbor: ({ document }: NamedDocument) => [encodeCbor(document)],
  bson: ({ document }: NamedDocument) => [encodeBson(document)],
  csv: ({ document, names }: NamedDocument) => encodeCsv(document, (id) => names.get(id) ?? id),
} as const;

/** `csv` is the crossings alone. */
export type OutputFormat = keyof typeof ENCODERS;

/** In pieces, in order. @throws CrosslineError usage where BSON cannot hold it */
export const encodeDocument = (result: NamedDocument, format: OutputFormat): Iterable<string | Uint8Array> =>
  ENCODERS[format](result);
