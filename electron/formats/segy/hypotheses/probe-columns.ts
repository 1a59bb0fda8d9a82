/** The same header word of all headers looked at, in file order. */
import { WORD_BYTES, placeText, type HeaderPlace } from '../../../../shared/mapping/header-place.ts';
import { headerWordReader } from '../../../../shared/headers/word-reader.ts';
import type { Probe } from '../probes.ts';
import type { TraceLayout } from '../trace-layout.ts';

export class ProbeColumns {
  readonly #probes: readonly Probe[];
  readonly #layout: TraceLayout;
  readonly #columns = new Map<string, Float64Array>();
  /** Positions in the columns whose next trace is in them too. */
  readonly neighbours: readonly number[];

  /** @param probes ascending, the first and the last trace of the file among them */
  constructor(probes: readonly Probe[], layout: TraceLayout) {
    this.#probes = probes;
    this.#layout = layout;
    this.neighbours = [...probes.keys()].filter((i) => probes[i + 1]?.trace === probes[i]!.trace + 1);
  }

  /** 0-based trace of each element. */
  get traces(): readonly number[] {
    return this.#probes.map(({ trace }) => trace);
  }

  get length(): number {
    return this.#probes.length;
  }

  /** Traces of the whole file. */
  get traceCount(): number {
    return this.#layout.traceCount;
  }

  get headerBytes(): number {
    return this.#layout.headerBytes;
  }

  /** All zero where the header ends before the place. */
  of(place: HeaderPlace): Float64Array {
    const key = placeText(place);
    let column = this.#columns.get(key);
    if (column === undefined) {
      column = this.#read(place);
      this.#columns.set(key, column);
    }
    return column;
  }

  #read({ byte, type }: HeaderPlace): Float64Array {
    const column = new Float64Array(this.length);
    const position = byte - 1;
    if (position + WORD_BYTES[type] > this.#layout.headerBytes) return column;
    const read = headerWordReader(type, this.#layout.byteOrder);
    for (let i = 0; i < column.length; i += 1) column[i] = read(this.#probes[i]!.bytes, position);
    return column;
  }
}
