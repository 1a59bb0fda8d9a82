import { profileKey } from '../../state/crossings/crossing-at.ts';
import { activeSurvey, type ViewerStores } from '../viewer-stores.ts';

/** Of the line or cube that the section shows. */
export function activeKey(stores: Pick<ViewerStores, 'session' | 'view'>): string | null {
  const info = activeSurvey(stores)?.info ?? null;
  const line = info === null ? undefined : stores.view.getState().positions[info.id]?.line;
  if (info === null) return null;
  return info.lines === null || line === undefined ? info.id : profileKey({ surveyId: info.id, line });
}
