/** A document from the bytes of a file, by its name's ending. */
import { CrosslineError } from '../errors.ts';
import { checkDocument } from './check-document.ts';
import { decodeBson, unpackBson } from './document-bson.ts';
import { decodeCbor, unpackCbor } from './document-cbor.ts';
import type { ExchangeDocument } from './exchange-document.ts';
import type { Unpack } from './packed-array.ts';

export type DocumentFormat = 'json' | 'cbor' | 'bson';

/** What every host has and the language does not. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => {
  decode(bytes: Uint8Array): string;
};

interface Reading {
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly unpack: Unpack;
}

const READINGS: Readonly<Record<DocumentFormat, Reading>> = {
  json: {
    decode: (bytes) => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown,
    unpack: (value) => value,
  },
  cbor: { decode: decodeCbor, unpack: unpackCbor },
  bson: { decode: decodeBson, unpack: unpackBson },
};

/**
 * Ids stay as they are.
 * @param path of the file, for errors
 * @throws CrosslineError wrong-document
 */
export function readDocument(bytes: Uint8Array, format: DocumentFormat, path: string): ExchangeDocument {
  const { decode, unpack } = READINGS[format];
  let tree: unknown;
  try {
    tree = decode(bytes);
  } catch (error) {
    const detail = `is no ${format.toUpperCase()}: ${error instanceof Error ? error.message : String(error)}`;
    const problems = [{ path: 'the file', detail }];
    throw new CrosslineError({ code: 'wrong-document', path, problems, count: 1 }, { cause: error });
  }
  const { document, problems } = checkDocument(tree, unpack);
  if (document !== null) return document;
  throw new CrosslineError({ code: 'wrong-document', path, problems: problems.problems, count: problems.count });
}
