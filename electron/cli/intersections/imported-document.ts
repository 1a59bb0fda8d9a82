import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ExchangeDocument } from '../../../shared/exchange/exchange-document.ts';
import { readDocument, type DocumentFormat } from '../../../shared/exchange/read-document.ts';
import { systemError } from '../../native/file-faults.ts';
import type { Terminal } from '../terminal.ts';

/**
 * The document that is named instead of surveys, checked; null where surveys are.
 * @throws CrosslineError wrong-document, file-not-found, no-permission
 */
export async function importedDocument(names: readonly string[], terminal: Terminal): Promise<ExchangeDocument | null> {
  const format = names.length === 1 ? /\.(json|cbor|bson)$/i.exec(names[0]!)?.[1]?.toLowerCase() : undefined;
  if (format === undefined) return null;
  const path = resolve(terminal.workingFolder, names[0]!);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (thrown) {
    throw systemError(thrown, path);
  }
  return readDocument(bytes, format as DocumentFormat, path);
}
