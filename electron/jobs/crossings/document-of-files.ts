/** The body of the document job: where the 2D lines of files cross, as a document that other programs read. */
import { encodeDocument, type OutputFormat } from '../../../shared/exchange/encode-document.ts';
import { findCrossingsOfFiles, type CrossingContext, type CrossingParameters } from './find-crossings-of-files.ts';

export interface DocumentParameters extends CrossingParameters {
  readonly format: OutputFormat;
}

/** @throws CrosslineError cancelled; what opening a named file throws; usage where BSON cannot hold it */
export async function documentOfFiles(
  { format, ...parameters }: DocumentParameters,
  context: CrossingContext,
): Promise<Uint8Array> {
  const found = await findCrossingsOfFiles(parameters, context);
  context.onNote('Writing the document');
  const parts = Array.from(encodeDocument(found, format), (part) =>
    typeof part === 'string' ? Buffer.from(part, 'utf8') : part,
  );
  return Uint8Array.from(Buffer.concat(parts));
}
