/** Puts bytes where the next structure of the file will lie, and gives their address. */
export type Place = (bytes: Uint8Array) => number;
