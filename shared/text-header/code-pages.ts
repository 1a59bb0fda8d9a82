/** The encodings in which text headers are found. EBCDIC comes in three code pages that differ in a few signs. */

export type CodePage = 'cp037' | 'cp500' | 'cp1047' | 'ascii' | 'utf8' | 'latin1';

/** As users know them, in the order in which a choice lists them. */
export const CODE_PAGE_NAMES: Readonly<Record<CodePage, string>> = {
  cp037: 'EBCDIC 037 (US)',
  cp500: 'EBCDIC 500 (international)',
  cp1047: 'EBCDIC 1047 (Unix)',
  ascii: 'ASCII',
  utf8: 'UTF-8',
  latin1: 'Latin-1 (Windows-1252)',
};

export const isEbcdic = (codePage: CodePage): boolean => codePage.startsWith('cp');
