/** Which coordinate words are none. */

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

/** Both zero means unset; writers mark dead traces with the ends of int32. */
export const isCoordinate = (x: number, y: number): boolean =>
  (x !== 0 || y !== 0) && x > INT32_MIN && y > INT32_MIN && x < INT32_MAX && y < INT32_MAX;
