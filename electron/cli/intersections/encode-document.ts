import { InvalidArgumentError } from 'commander';
import { encodeBson } from '../../../shared/exchange/document-bson.ts';
import { encodeCbor } from '../../../shared/exchange/document-cbor.ts';
import { encodeCsv } from '../../../shared/exchange/document-csv.ts';
import { encodeJson } from '../../../shared/exchange/document-json.ts';
import type { NamedDocument } from './crossings-text.ts';

const ENCODERS = {
  json: ({ document }: NamedDocument) => encodeJson(document),
  cbor: ({ document }: NamedDocument) => [encodeCbor(document)],
  bson: ({ document }: NamedDocument) => [encodeBson(document)],
  csv: ({ document, names }: NamedDocument) => encodeCsv(document, (id) => names.get(id) ?? id),
} as const;

export interface DocumentOutput {
  readonly path: string;
  readonly format: keyof typeof ENCODERS;
}

/** By the ending of the name. */
export function parseDocumentOutput(path: string): DocumentOutput {
  const format = /\.(json|cbor|bson|csv)$/i.exec(path)?.[1]?.toLowerCase();
  if (format === undefined) throw new InvalidArgumentError('It must end with .json, .cbor, .bson or .csv.');
  return { path, format: format as DocumentOutput['format'] };
}

export const encodeDocument = (result: NamedDocument, { format }: DocumentOutput): Iterable<string | Uint8Array> =>
  ENCODERS[format](result);
