import { formatMs } from '../shell/format.ts';

/** A table cell with a measured time, or a dash that says why there is none. */
export const Measured = ({ ms }: { readonly ms: number | null }) =>
  ms === null ? <td title="Not measured on this system or path">—</td> : <td>{formatMs(ms)}</td>;
