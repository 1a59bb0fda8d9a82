/** Keeps up with what stands in the 3D scene. */
import { lineIndex } from '../../../shared/units.ts';
import type { ProfileBoard } from '../../engine-client/profile-board.ts';
import { isCube } from '../../state/plane-positions.ts';
import { isSameSituation, sceneSituation } from '../../state/scene/scene-situation.ts';
import { activeSurvey, type ViewerStores } from '../viewer-stores.ts';

type Stores = Pick<ViewerStores, 'scene' | 'session' | 'view' | 'crossings'>;

export function followScene(stores: Stores, profiles: ProfileBoard): void {
  const { scene, session, view, crossings } = stores;

  const remember = (): void => {
    const active = activeSurvey(stores)?.info;
    if (active === undefined) return;
    const { cubeId, lastLine } = scene.getState();
    if (isCube(active) && active.id !== cubeId) scene.setState({ cubeId: active.id });
    const line = view.getState().positions[active.id]?.line;
    if (active.lines === null || line === undefined) return;
    if (lastLine?.surveyId !== active.id || lastLine.line !== line) {
      scene.setState({ lastLine: { surveyId: active.id, line } });
    }
  };
  const follow = (): void => {
    const { mode, cubeId, lastLine, situation } = scene.getState();
    const active = activeSurvey(stores)?.info ?? null;
    const next = sceneSituation({
      surveys: session.getState().surveys.flatMap(({ info, fault }) => (fault === null ? [info] : [])),
      active,
      activeLine: (active === null ? undefined : view.getState().positions[active.id]?.line) ?? lineIndex(0),
      profiles: profiles.profiles,
      placeless: profiles.placeless,
      mode,
      chosenKeys: crossings.getState().chosenLines,
      cubeId,
      lastLine,
    });
    if (!isSameSituation(situation, next)) scene.setState({ situation: next });
  };

  remember();
  follow();
  scene.subscribe((state, earlier) => {
    if (state.situation === earlier.situation) follow();
  });
  session.subscribe(({ surveys }, earlier) => {
    if (surveys !== earlier.surveys) follow();
  });
  view.subscribe(({ activeSurveyId, positions }, earlier) => {
    if (activeSurveyId === earlier.activeSurveyId && positions === earlier.positions) return;
    remember();
    follow();
  });
  crossings.subscribe(({ chosenLines }, earlier) => {
    if (chosenLines !== earlier.chosenLines) follow();
  });
  profiles.subscribe(follow);
}
