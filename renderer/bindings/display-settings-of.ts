/** The views' display settings: the user's choice, with the clip percentile turned into an amplitude. */
import type { AmplitudeStatistics } from '../../shared/survey.ts';
import type { DisplaySettings } from '../scene/display-settings.ts';
import { amplitudeAtPercentile } from '../state/clip.ts';
import type { DisplayState } from '../state/display-store.ts';

/** @param provisionalClip used until there are statistics; null where nothing is known, and then the clip is 1 */
export function displaySettingsOf(
  display: DisplayState,
  statistics: AmplitudeStatistics | null,
  provisionalClip: number | null,
): DisplaySettings {
  const clip = statistics === null ? (provisionalClip ?? 1) : amplitudeAtPercentile(statistics, display.clipPercentile);
  const { colormap, gain, polarity, interpolation } = display;
  return { clip, gain, polarity, colormap, interpolation };
}
