import { InvalidArgumentError } from 'commander';
import type { OutputFormat } from '../../../shared/exchange/encode-document.ts';

export interface DocumentOutput {
  readonly path: string;
  readonly format: OutputFormat;
}

/** By the ending of the name. */
export function parseDocumentOutput(path: string): DocumentOutput {
  const format = /\.(json|cbor|bson|csv)$/i.exec(path)?.[1]?.toLowerCase();
  if (format === undefined) throw new InvalidArgumentError('It must end with .json, .cbor, .bson or .csv.');
  return { path, format: format as OutputFormat };
}
