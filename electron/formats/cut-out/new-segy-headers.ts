/**
 * Headers of a SEG-Y file (revision 1, big-endian, 4-byte IEEE floats) for a cube that never was one. Byte numbers are 1-based, as in
 * the standard.
 */
import { crosslineNumberAt, inlineNumberAt, sampleUnit } from '../../../shared/axes.ts';
import { worldPoint, type WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';
import { crosslineIndex, inlineIndex } from '../../../shared/units.ts';
import { FILE_HEADER_BYTES } from '../segy/binary-header.ts';
import { TRACE_HEADER_BYTES, TRACE_WORDS, type TraceWord } from '../segy/trace-header.ts';
import { cutTraceHeader } from './cut-headers.ts';
import type { CubeAxes } from './cut-range.ts';
import { CARD_COUNT, writeCard } from './text-cards.ts';

export interface NewSegy extends CubeAxes {
  /** Of the file that the samples come from. */
  readonly name: string;
  readonly dataset: string;
  readonly worldFromGrid: WorldFromGrid | null;
  readonly coordinateUnit: CoordinateUnit;
}

export const NEW_SEGY_LAYOUT = { format: 5, byteOrder: 'big' } as const;

const REVISION_1 = 0x0100;
const STACKED = 4;
const LIVE_SEISMIC_TRACE = 1;
const LENGTH = 1;
const [METRES, FEET] = [1, 2];
const MOST_INT16 = 32_767;
const MOST_UINT16 = 65_535;
const MOST_INT32 = 2 ** 31 - 1;

/** Text and binary header. */
export function newFront(segy: NewSegy): Uint8Array {
  const front = new Uint8Array(FILE_HEADER_BYTES);
  const cards = cardsOf(segy);
  for (let card = 1; card <= CARD_COUNT; card += 1) {
    writeCard(front.subarray(0, TEXT_HEADER_BYTES), card, cards[card] ?? '', 'cp037');
  }
  const view = new DataView(front.buffer);
  const { samples, coordinateUnit } = segy;
  view.setInt32(3205 - 1, 1);
  view.setInt16(3217 - 1, wholeInterval(segy));
  view.setUint16(3221 - 1, Math.min(samples.count, MOST_UINT16));
  view.setInt16(3225 - 1, NEW_SEGY_LAYOUT.format);
  view.setInt16(3227 - 1, 1);
  view.setInt16(3229 - 1, STACKED);
  view.setInt16(3255 - 1, coordinateUnit === 'feet' ? FEET : METRES);
  view.setInt16(3501 - 1, REVISION_1);
  view.setInt16(3503 - 1, 1);
  return front;
}

/** By the number of the card. */
function cardsOf({ name, dataset, samples, worldFromGrid, coordinateUnit }: NewSegy): Readonly<Record<number, string>> {
  const axis = { time: 'TWO-WAY TIME', depth: 'DEPTH', unknown: 'UNKNOWN' }[samples.domain];
  return {
    1: 'WRITTEN BY CROSSLINE',
    2: `SAMPLES OF ${name}`,
    3: `DATASET ${dataset}`,
    5: `VERTICAL AXIS: ${axis}${samples.domain === 'unknown' ? '' : `, ${sampleUnit(samples.domain).toUpperCase()}`}`,
    6: 'INLINE: BYTES 189-192, CROSSLINE: BYTES 193-196',
    7:
      worldFromGrid === null
        ? 'THE FILE HAS NO COORDINATES'
        : `X: BYTES 181-184, Y: BYTES 185-188, SCALAR: BYTES 71-72, IN ${coordinateUnit.toUpperCase()}`,
    39: 'SEG Y REV1',
    40: 'END TEXTUAL HEADER',
  };
}

/** What bytes 3217-3218 can say. */
const wholeInterval = ({ samples }: NewSegy): number => Math.min(MOST_INT16, Math.round(samples.sampleIntervalUs));

/** What these headers cannot say, one sentence each. */
export function notesOf(segy: NewSegy): readonly string[] {
  const { sampleIntervalUs } = segy.samples;
  const said = wholeInterval(segy);
  return said === sampleIntervalUs
    ? []
    : [`The sample interval of ${sampleIntervalUs} is written as ${said}: SEG-Y has whole numbers.`];
}

/** Writes one trace's header after another; what all have is set once. */
export class NewTraceHeaders {
  readonly #segy: NewSegy;
  readonly #header = new Uint8Array(TRACE_HEADER_BYTES);
  readonly #view = new DataView(this.#header.buffer);
  readonly #scalar: number;

  constructor(segy: NewSegy) {
    this.#segy = segy;
    this.#scalar = coordinateScalar(segy);
    const { samples } = segy;
    this.#set('traceId', LIVE_SEISMIC_TRACE);
    this.#set('coordinateScalar', this.#scalar);
    this.#set('coordinateUnits', LENGTH);
    this.#set('sampleCount', Math.min(samples.count, MOST_UINT16));
    this.#set('sampleIntervalUs', wholeInterval(segy));
    cutTraceHeader(this.#header, NEW_SEGY_LAYOUT.byteOrder, {
      sampleCount: samples.count,
      firstSampleMs: samples.firstSampleMs,
      isMoved: true,
    });
  }

  /** A view that holds until the next call. */
  at(inline: number, crossline: number): Uint8Array {
    const { inline: inlines, crossline: crosslines, worldFromGrid } = this.#segy;
    this.#view.setInt32(1 - 1, crossline + 1);
    this.#view.setInt32(5 - 1, inline * crosslines.count + crossline + 1);
    this.#set('cdp', inline * crosslines.count + crossline + 1);
    this.#set('inline', inlineNumberAt(inlines, inlineIndex(inline)));
    this.#set('crossline', crosslineNumberAt(crosslines, crosslineIndex(crossline)));
    if (worldFromGrid !== null) {
      const { x, y } = worldPoint(worldFromGrid, { inline, crossline });
      this.#set('cdpX', Math.round(x * -this.#scalar));
      this.#set('cdpY', Math.round(y * -this.#scalar));
    }
    return this.#header;
  }

  #set(word: TraceWord, value: number): void {
    const { byte, type } = TRACE_WORDS[word];
    if (type === 'int32') this.#view.setInt32(byte - 1, value);
    else if (type === 'int16') this.#view.setInt16(byte - 1, value);
    else this.#view.setUint16(byte - 1, value);
  }
}

/** As fine as all corners fit 32 bits: hundredths of a metre for every UTM zone. */
function coordinateScalar({ worldFromGrid, inline, crossline }: NewSegy): number {
  if (worldFromGrid === null) return -1;
  const corners = [0, inline.count - 1].flatMap((i) =>
    [0, crossline.count - 1].map((x) => worldPoint(worldFromGrid, { inline: i, crossline: x })),
  );
  const most = Math.max(...corners.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  return [-1000, -100, -10].find((scalar) => most * -scalar <= MOST_INT32) ?? -1;
}
