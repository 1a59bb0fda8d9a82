/** Which coordinate words are none. */

/** Both zero means unset; writers mark dead traces with the ends of int32. */
export const isCoordinate = (x: number, y: number): boolean =>
  (x !== 0 || y !== 0) && x > -2_147_483_648 && y > -2_147_483_648 && x < 2_147_483_647 && y < 2_147_483_647;
