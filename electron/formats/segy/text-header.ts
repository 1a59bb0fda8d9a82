/** Text headers as a file stores them, with the code page that they seem to be in. */
import { charactersOf } from '../../../shared/text-header/characters.ts';
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

export const textOf = ({ bytes, codePage }: TextHeader): string => charactersOf(bytes, codePage).join('');

/** Nearly all letters, digits, signs and blanks of ASCII, which samples are not. */
export const isText = (page: TextHeader): boolean => {
  const plain = textOf(page).match(/[\x21-\x7e]/g)?.length ?? 0;
  const blanks = page.bytes.filter((byte) => byte === 0x20 || byte === 0x40 || byte === 0x0a || byte === 0x0d).length;
  return plain > 0 && plain + blanks > 0.95 * TEXT_HEADER_BYTES;
};
