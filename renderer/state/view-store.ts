/** What is looked at: survey, plane, positions. It survives the loss of the engine; only the ids change. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Orientation, TraceSelection } from '../../shared/slices.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { LineIndex } from '../../shared/units.ts';
import {
  clampIndex,
  clampPositions,
  clampSelection,
  middlePositions,
  orientationsOf,
  positionKey,
  type PlanePositions,
} from './plane-positions.ts';

export interface Move {
  readonly orientation: Orientation;
  /** `timeStamp` of the input event, on the page's clock. */
  readonly inputAtMs: number;
}

export interface ViewState {
  readonly activeSurveyId: SurveyId | null;
  /** The plane that the section shows and the keys move. */
  readonly orientation: Orientation;
  readonly positions: Readonly<Record<SurveyId, PlanePositions>>;
  /** The last move by hand; null where the position changed otherwise. */
  readonly move: Move | null;
}

export type ViewStore = StoreApi<ViewState>;

export const createViewStore = (): ViewStore =>
  createStore<ViewState>(() => ({ activeSurveyId: null, orientation: 'inline', positions: {}, move: null }));

type Change = (state: ViewState) => Partial<ViewState>;

/** Looks at a survey; at its middle when it is seen for the first time, else where it was left. */
export const activateSurvey =
  (info: SurveyInfo): Change =>
  ({ positions, orientation }) => {
    const known = positions[info.id];
    const orientations = orientationsOf(info);
    return {
      activeSurveyId: info.id,
      orientation: orientations.includes(orientation) ? orientation : orientations[0]!,
      positions: { ...positions, [info.id]: known === undefined ? middlePositions(info) : clampPositions(info, known) },
      move: null,
    };
  };

/** Keeps the positions inside a geometry that a scan corrected. */
export const followGeometry =
  (info: SurveyInfo): Change =>
  (state) => {
    const known = state.positions[info.id];
    if (known === undefined) return {};
    if (state.activeSurveyId === info.id) return activateSurvey(info)(state);
    return { positions: { ...state.positions, [info.id]: clampPositions(info, known) } };
  };

export const moveTo =
  (info: SurveyInfo, orientation: Orientation, index: number, inputAtMs: number | null): Change =>
  ({ positions }) => {
    const known = positions[info.id] ?? middlePositions(info);
    const moved = { ...known, [positionKey(orientation)]: clampIndex(info, orientation, known.line, index) };
    return {
      positions: { ...positions, [info.id]: moved },
      move: inputAtMs === null ? null : { orientation, inputAtMs },
    };
  };

/** Another offset of gathers, or their stack. */
export const select =
  (info: SurveyInfo, selection: TraceSelection): Change =>
  ({ positions }) => {
    const known = positions[info.id] ?? middlePositions(info);
    return {
      positions: { ...positions, [info.id]: { ...known, selection: clampSelection(info, selection) } },
      move: null,
    };
  };

/** Another line of the file, from its first trace on. */
export const chooseLine =
  (info: SurveyInfo, line: LineIndex): Change =>
  ({ positions }) => {
    const known = positions[info.id] ?? middlePositions(info);
    return {
      positions: { ...positions, [info.id]: clampPositions(info, { ...known, line, traces: 0 }) },
      move: null,
    };
  };

/** The same survey under another id. */
export const renameSurvey =
  (earlierId: SurveyId, id: SurveyId): Change =>
  ({ positions, activeSurveyId }) => {
    const { [earlierId]: known, ...others } = positions;
    return {
      positions: known === undefined ? others : { ...others, [id]: known },
      activeSurveyId: activeSurveyId === earlierId ? id : activeSurveyId,
    };
  };

export const forgetSurvey =
  (id: SurveyId): Change =>
  ({ positions, activeSurveyId }) => ({
    positions: Object.fromEntries(Object.entries(positions).filter(([other]) => other !== id)),
    activeSurveyId: activeSurveyId === id ? null : activeSurveyId,
  });

export const forgetAllSurveys = (): Change => () => ({ positions: {}, activeSurveyId: null });
