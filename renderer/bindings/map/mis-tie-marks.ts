/** Marks of mis-ties as the map draws them, for the page. */
import { misTieColour, MIS_TIE_SIZES } from '../../scene/map/mis-tie-colours.ts';
import { MARK_RADIUS } from '../../scene/map/mark-layer.ts';
import { cssColour } from '../../scene/scene-theme.ts';

/** @param grade 0 to 1 */
export function misTieMark(grade: number): { readonly colour: string; readonly diameter: number } {
  const [atNone, atMost] = MIS_TIE_SIZES;
  return { colour: cssColour(misTieColour(grade)), diameter: 2 * MARK_RADIUS * (atNone + grade * (atMost - atNone)) };
}
