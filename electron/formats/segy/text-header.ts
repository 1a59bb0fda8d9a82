/** Text headers as a file stores them, with the code page that they seem to be in. */
import { detectCodePage } from '../../../shared/text-header/detect-code-page.ts';
import { TEXT_HEADER_BYTES, type TextHeader } from '../../../shared/text-header/text-header.ts';

/** @param bytes 3200 of them */
export const textHeader = (part: TextHeader['part'], offset: number, bytes: Uint8Array): TextHeader => ({
  part,
  offset,
  bytes,
  codePage: detectCodePage(bytes),
});

/** @param bytes of consecutive headers, the first of which stands at `offset` in the file; what is no whole one is left out */
export function textHeaders(part: TextHeader['part'], offset: number, bytes: Uint8Array): TextHeader[] {
  const count = Math.floor(bytes.length / TEXT_HEADER_BYTES);
  return Array.from({ length: count }, (_, i) => {
    const start = i * TEXT_HEADER_BYTES;
    return textHeader(part, offset + start, bytes.slice(start, start + TEXT_HEADER_BYTES));
  });
}
