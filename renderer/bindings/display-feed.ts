/** Tells a view how amplitudes look now, and again whenever that changes. */
import type { DisplaySettings } from '../scene/display-settings.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { LoadedPicture } from '../engine-client/loaded-picture.ts';
import { provisionalClip } from '../state/clip.ts';
import { displaySettingsOf } from './display-settings-of.ts';
import type { Viewer } from './viewer.tsx';

/** Whose amplitudes count, and a picture of it for as long as nothing else is known of them. */
export interface DisplayedSurvey {
  readonly surveyId: SurveyId | null;
  readonly picture: LoadedPicture | null;
}

/** @param shown the survey that is looked at, where it is left out */
export function feedDisplay(
  { stores, board }: Viewer,
  setDisplay: (settings: DisplaySettings) => void,
  shown = (): DisplayedSurvey => ({
    surveyId: stores.view.getState().activeSurveyId,
    picture: board.latest(stores.view.getState().orientation),
  }),
): () => void {
  const { display, session, view } = stores;
  let current: DisplaySettings | null = null;
  let ownClip: { readonly surveyId: string; readonly percentile: number; readonly clip: number | null } | null = null;

  const update = (): void => {
    const chosen = display.getState();
    const { surveyId, picture } = shown();
    const statistics = surveyId === null ? null : (session.getState().statistics[surveyId] ?? null);
    const isKnown = ownClip !== null && ownClip.surveyId === surveyId && ownClip.percentile === chosen.clipPercentile;
    if (statistics === null && picture !== null && !isKnown) {
      const clip = provisionalClip(picture.view, chosen.clipPercentile);
      ownClip = { surveyId: picture.surveyId, percentile: chosen.clipPercentile, clip };
    }
    const next = displaySettingsOf(chosen, statistics, ownClip?.surveyId === surveyId ? ownClip.clip : null);
    if (current !== null && isEqual(current, next)) return;
    current = next;
    setDisplay(next);
  };

  update();
  const stops = [display.subscribe(update), session.subscribe(update), view.subscribe(update), board.subscribe(update)];
  return () => {
    for (const stop of stops) stop();
  };
}

const isEqual = (a: DisplaySettings, b: DisplaySettings): boolean =>
  a.clip === b.clip &&
  a.gain === b.gain &&
  a.polarity === b.polarity &&
  a.colormap === b.colormap &&
  a.interpolation === b.interpolation;
