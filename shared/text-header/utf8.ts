/** UTF-8 (RFC 3629), sequence by sequence: `TextDecoder` would not tell which column a character stands in. */

export interface Utf8Sequence {
  readonly character: string;
  readonly length: 2 | 3 | 4;
}

/** By length: what the first byte holds beside its payload, and the least code point, below which the form is overlong. */
const FORMS = [
  { length: 2, lead: 0xc0, leadMask: 0xe0, least: 0x80 },
  { length: 3, lead: 0xe0, leadMask: 0xf0, least: 0x800 },
  { length: 4, lead: 0xf0, leadMask: 0xf8, least: 0x1_0000 },
] as const;

const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;

/** Null where no valid sequence of several bytes begins. */
export function utf8SequenceAt(bytes: Uint8Array, start: number): Utf8Sequence | null {
  const first = bytes[start]!;
  const form = FORMS.find(({ lead, leadMask }) => (first & leadMask) === lead);
  if (form === undefined || start + form.length > bytes.length) return null;
  let codePoint = first & ~form.leadMask & 0xff;
  for (let i = start + 1; i < start + form.length; i += 1) {
    if ((bytes[i]! & 0xc0) !== 0x80) return null;
    codePoint = (codePoint << 6) | (bytes[i]! & 0x3f);
  }
  if (codePoint < form.least || codePoint > 0x10_ffff || isSurrogate(codePoint)) return null;
  return { character: String.fromCodePoint(codePoint), length: form.length };
}
