/** SEG-Y revision, binary header bytes 3501-3502. */

export interface Revision {
  readonly major: number;
  readonly minor: number;
}

/**
 * The standard has the major revision in byte 3501 and the minor in 3502. Writers also stored the number as one 16-bit
 * word of either order (1, 256, 2 and 512 are met), which leaves the major revision in whichever byte is not zero.
 */
export function revisionFromBytes(byte3501: number, byte3502: number): Revision {
  return byte3501 === 0 ? { major: byte3502, minor: 0 } : { major: byte3501, minor: byte3502 };
}

/** E.g. "SEG-Y rev 1" or "SEG-Y rev 2.1". */
export const revisionName = ({ major, minor }: Revision): string =>
  `SEG-Y rev ${major}${minor === 0 ? '' : `.${String(minor)}`}`;

/** The revisions that were ever published: 0, 1, 2.0 and 2.1. */
export const isPublishedRevision = ({ major, minor }: Revision): boolean =>
  minor === 0 ? major <= 2 : major === 2 && minor === 1;
