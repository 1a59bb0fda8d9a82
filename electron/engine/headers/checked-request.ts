/** Requests for headers come from a page; whatever they hold is checked before it reaches a reader. */
import { CrosslineError } from '../../../shared/errors.ts';
import { lastByteOf } from '../../../shared/headers/header-word.ts';
import { isWordType, type HeaderPlace } from '../../../shared/mapping/header-place.ts';

/** A header of 240 bytes has room for as many words of one byte; extensions have more. */
const MOST_PLACES = 1000;

/** @throws CrosslineError usage */
export function checkedPlaces(places: readonly HeaderPlace[], headerBytes: number): readonly HeaderPlace[] {
  if (!Array.isArray(places) || places.length > MOST_PLACES)
    throw wrong(`at most ${MOST_PLACES} words can be read at once`);
  return (places as readonly HeaderPlace[]).map(({ byte, type }) => {
    const isInside =
      isWordType(type) && Number.isInteger(byte) && byte >= 1 && lastByteOf({ byte, type }) <= headerBytes;
    if (!isInside) {
      throw wrong(`the word ${byte}:${type} does not lie in the ${headerBytes} bytes of a trace header`);
    }
    return { byte, type };
  });
}

/** @throws CrosslineError out-of-range */
export function checkedRange(first: number, count: number, most: number, rowCount: number): void {
  checkInteger('first row', first, 0, Math.max(0, rowCount - 1));
  checkInteger('row count', count, 0, Math.min(most, rowCount - first));
}

/** @throws CrosslineError out-of-range */
export function checkInteger(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new CrosslineError({ code: 'out-of-range', what, requested: value, available: `${least} to ${most}` });
}

const wrong = (detail: string): CrosslineError => new CrosslineError({ code: 'usage', detail });
