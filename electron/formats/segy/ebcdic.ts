/** EBCDIC code page 037, the encoding of text headers by the standard (SEG-Y rev 0 to 2.1, textual file header). */

/** Characters of the codes 0x40 to 0xFF, 16 a row; codes without a printable character are spaces. */
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

/** Control codes, NULs among them, become spaces, so that a line of 80 bytes stays 80 characters long. */
export const characterFromEbcdic = (code: number): string =>
  code < FIRST_PRINTABLE ? ' ' : PRINTABLE[code - FIRST_PRINTABLE]!;
