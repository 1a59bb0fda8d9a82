/** EBCDIC code pages 037, 500 and 1047 (IBM's published tables), the encodings of text headers by the standard. */

export type EbcdicPage = 'cp037' | 'cp500' | 'cp1047';

/** Code page 037: characters of the codes 0x40 to 0xFF, 16 a row; codes without a printable character are spaces. */
const PRINTABLE =
  '  âäàáãåçñ¢.<(+|' + // 0x40
  '&éêëèíîïìß!$*);¬' + // 0x50
  '-/ÂÄÀÁÃÅÇÑ¦,%_>?' + // 0x60
  'øÉÊËÈÍÎÏÌ`:#@\'="' + // 0x70
  'Øabcdefghi«»ðýþ±' + // 0x80
  '°jklmnopqrªºæ¸Æ¤' + // 0x90
  'µ~stuvwxyz¡¿ÐÝÞ®' + // 0xA0
  '^£¥·©§¶¼½¾[]¯¨´×' + // 0xB0
  '{ABCDEFGHI ôöòóõ' + // 0xC0
  '}JKLMNOPQR¹ûüùúÿ' + // 0xD0
  '\\÷STUVWXYZ²ÔÖÒÓÕ' + // 0xE0
  '0123456789³ÛÜÙÚ '; // 0xF0

const FIRST_PRINTABLE = 0x40;

const DIFFERENCES: Readonly<Record<EbcdicPage, Readonly<Record<number, string>>>> = {
  cp037: {},
  cp500: { 0x4a: '[', 0x4f: '!', 0x5a: ']', 0x5f: '^', 0xb0: '¢', 0xba: '¬', 0xbb: '|' },
  cp1047: { 0x5f: '^', 0xad: '[', 0xb0: '¬', 0xba: 'Ý', 0xbb: '¨', 0xbd: ']' },
};

/** Carriage return, new line and line feed. */
const BREAKS: Readonly<Record<number, string>> = { 0x0d: '\r', 0x15: '\n', 0x25: '\n' };

/** Line breaks are themselves, other control codes, NULs among them, spaces. */
export function characterFromEbcdic(code: number, page: EbcdicPage): string {
  if (code < FIRST_PRINTABLE) return BREAKS[code] ?? ' ';
  return DIFFERENCES[page][code] ?? PRINTABLE[code - FIRST_PRINTABLE]!;
}
