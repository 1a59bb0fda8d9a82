const BYTES_A_LINE = 16;

/** `3201  00 00 00 01 ...`: the number of a line's first byte, then its bytes. */
export function hexLines(bytes: Uint8Array, firstByte: number): string[] {
  const width = String(firstByte + bytes.length - 1).length;
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += BYTES_A_LINE) {
    const line = Array.from(bytes.subarray(start, start + BYTES_A_LINE), (byte) => byte.toString(16).padStart(2, '0'));
    lines.push(`${String(firstByte + start).padStart(width)}  ${line.join(' ')}`);
  }
  return lines;
}
