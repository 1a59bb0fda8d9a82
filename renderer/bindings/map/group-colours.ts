/** Colours of the map's groups of lines, for the page. */
import { groupColour, MAP_THEMES } from '../../scene/map/map-theme.ts';
import { cssColour } from '../../scene/scene-theme.ts';
import type { Theme } from '../use-theme.ts';

export const groupCssColour = (theme: Theme, group: number): string => cssColour(groupColour(MAP_THEMES[theme], group));
