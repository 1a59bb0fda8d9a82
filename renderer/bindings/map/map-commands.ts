/** What the user can do on the base map. */
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import { gridPoint } from '../../../shared/geometry/world-from-grid.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { ProfileBoard } from '../../engine-client/profile-board.ts';
import type { MapLine, MapPick } from '../../scene/map/map-content.ts';
import { profileKey } from '../../state/crossings/crossing-at.ts';
import { NO_CURSOR } from '../../state/cursor-store.ts';
import type { LineTrace } from '../../state/map/map-store.ts';
import { isCube, tracesShown } from '../../state/plane-positions.ts';
import { surveyOf } from '../../state/session-store.ts';
import { chooseLine } from '../../state/view-store.ts';
import type { CrossingCommands } from '../crossings/crossing-commands.ts';
import type { PositionMover } from '../position-mover.ts';
import type { SurveyCommands } from '../survey-commands.ts';
import { activeSurvey, type ViewerStores } from '../viewer-stores.ts';
import { activeKey } from './active-key.ts';
import type { TraceFinder } from './trace-finder.ts';

export interface MapCommandsOptions {
  readonly stores: ViewerStores;
  readonly profiles: ProfileBoard;
  readonly traces: TraceFinder;
  readonly commands: SurveyCommands;
  readonly crossings: CrossingCommands;
  readonly mover: PositionMover;
}

export class MapCommands {
  readonly #options: MapCommandsOptions;

  constructor(options: MapCommandsOptions) {
    this.#options = options;
  }

  toggle(): void {
    this.#options.stores.map.setState(({ isShown }) => ({ isShown: !isShown }));
  }

  /** The pointer is over the map: tells the nearest trace, and moves the linked cursor. Null once it has left. */
  hover(at: PointInWorld | null, pick: MapPick | null, reach: number): void {
    const { stores, crossings, traces } = this.#options;
    crossings.hover(pick?.kind === 'crossing' ? pick.ref : null);
    if (at === null) {
      stores.map.setState({ reading: null });
      stores.cursor.setState(NO_CURSOR);
      return;
    }
    const nearest = traces.nearest(at, reach, pick?.kind === 'line' ? this.#profileOf(pick.line) : null);
    stores.map.setState({ reading: { ...at, nearest } });
    const onLine = nearest === null ? null : { ...nearest, sampleValue: Number.NaN };
    stores.cursor.setState({ source: 'map', position: this.#inCube(at), onLine, reading: null });
  }

  /** A line is shown at the trace, a cube is looked at, a crossing is told apart; what holds nothing lets go of what is chosen. */
  click(at: PointInWorld, pick: MapPick | null, isAdding: boolean, reach: number, inputAtMs: number): void {
    const { crossings, commands } = this.#options;
    if (pick === null) {
      if (!isAdding) this.letGo();
    } else if (pick.kind === 'crossing') {
      crossings.select(pick.ref);
    } else if (pick.kind === 'cube') {
      commands.activate(pick.cube.key);
    } else if (isAdding) {
      this.#toggleChosen(pick.line.key);
    } else {
      const nearest = this.#options.traces.nearest(at, reach, this.#profileOf(pick.line));
      if (nearest !== null) this.goTo(nearest, inputAtMs);
    }
  }

  /** A crossing or a line comes to the front. @param at null: by a key, and then what is selected or chosen is meant */
  open(at: PointInWorld | null, pick: MapPick | null, reach: number, inputAtMs: number): void {
    const { stores, crossings, profiles, traces } = this.#options;
    const { selected, chosenLines } = stores.crossings.getState();
    const ref = pick?.kind === 'crossing' ? pick.ref : at === null ? selected : null;
    if (ref !== null) {
      crossings.open(ref);
      return;
    }
    // The section comes from behind the two of a crossing.
    stores.crossings.setState({ isSplitShown: false });
    if (pick?.kind === 'cube') this.#options.commands.activate(pick.cube.key);
    const pointed = pick?.kind === 'line' ? this.#profileOf(pick.line) : null;
    const chosen = profiles.profiles.find((profile) => chosenLines?.has(profileKey(profile)) === true) ?? null;
    if (at !== null && pointed !== null) {
      const nearest = traces.nearest(at, reach, pointed);
      if (nearest !== null) this.goTo(nearest, inputAtMs);
    } else if (at === null && chosen !== null) {
      this.goTo({ ...chosen, trace: Math.floor(chosen.x.length / 2) }, inputAtMs);
    }
  }

  /** Looks at a line, with the trace in the middle as far as that goes. */
  goTo({ surveyId, line, trace }: LineTrace, inputAtMs: number): void {
    const { stores, commands, mover } = this.#options;
    commands.activate(surveyId);
    const info = surveyOf(stores.session.getState(), surveyId)?.info;
    if (info === undefined) return;
    if (stores.view.getState().positions[surveyId]?.line !== line) stores.view.setState(chooseLine(info, line));
    mover.moveTo('traces', trace - Math.floor(tracesShown(info, line) / 2), inputAtMs);
  }

  /** Lines in a box. Adding leaves those that were chosen; an empty box lets go of all. */
  choose(lines: readonly MapLine[], isAdding: boolean): void {
    const { crossings } = this.#options.stores;
    const earlier = isAdding ? (crossings.getState().chosenLines ?? []) : [];
    const keys = new Set([...earlier, ...lines.map(({ key }) => key)]);
    crossings.setState({ chosenLines: keys.size === 0 ? null : keys });
  }

  letGo(): void {
    const { crossings } = this.#options.stores;
    if (crossings.getState().chosenLines !== null) crossings.setState({ chosenLines: null });
    if (crossings.getState().selected !== null) this.#options.crossings.select(null);
  }

  /** Of the line or cube that the section shows. */
  shownKeys(): ReadonlySet<string> {
    const key = activeKey(this.#options.stores);
    return new Set(key === null ? [] : [key]);
  }

  #toggleChosen(key: string): void {
    const { crossings } = this.#options.stores;
    const keys = new Set(crossings.getState().chosenLines);
    if (!keys.delete(key)) keys.add(key);
    crossings.setState({ chosenLines: keys.size === 0 ? null : keys });
  }

  #profileOf({ key }: MapLine) {
    return this.#options.profiles.profiles.find((profile) => profileKey(profile) === key) ?? null;
  }

  /** Where the place lies in the cube that is looked at; null beside it. */
  #inCube(at: PointInWorld) {
    const { stores } = this.#options;
    const info = activeSurvey(stores)?.info;
    const grid = info === undefined ? null : gridIn(info, at);
    const sample = info === undefined ? undefined : stores.view.getState().positions[info.id]?.sample;
    return grid === null || sample === undefined ? null : { ...grid, sample };
  }
}

function gridIn(info: SurveyInfo, at: PointInWorld) {
  if (!isCube(info) || info.worldFromGrid === null) return null;
  const grid = gridPoint(info.worldFromGrid, at);
  if (grid === null) return null;
  const isInside = (index: number, count: number): boolean => index >= -0.5 && index <= count - 0.5;
  return isInside(grid.inline, info.inline!.count) && isInside(grid.crossline, info.crossline!.count) ? grid : null;
}
