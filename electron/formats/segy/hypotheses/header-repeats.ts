/** Whether trace headers stand where the layout puts them: words that are the same in all headers repeat there. */
import type { Probe } from '../probes.ts';
import type { TraceLayout } from '../trace-layout.ts';

/** Trace id, scalars, coordinate units, sample count and interval: the same in all traces of nearly every file. */
const CONSTANT_BYTES = [29, 69, 71, 89, 115, 117];
/** Headers beside the first that must be looked at. */
const FEWEST_PROBES = 2;

/** Share of the headers looked at that agree with the first, 0 to 1; null where the first has too little to compare. */
export function headerRepeats(probes: readonly Probe[], { byteOrder, varying }: TraceLayout): number | null {
  const [first, ...others] = probes;
  if (first === undefined || others.length < FEWEST_PROBES) return null;
  if (varying !== null) return 1;
  const word = ({ bytes }: Probe, byte: number): number => bytes.getUint16(byte - 1, byteOrder === 'little');
  const set = CONSTANT_BYTES.filter((byte) => word(first, byte) !== 0);
  if (set.length < 2) return null;
  const agreeing = others.filter(
    (probe) => set.filter((byte) => word(probe, byte) === word(first, byte)).length * 2 > set.length,
  );
  return agreeing.length / others.length;
}
