/** The page's parts, made once and given to the components. */
import { createContext, useContext } from 'react';
import type { Transport } from '../../shared/wire/transport.ts';
import type { StateStorage } from 'zustand/middleware';
import { pageClock } from '../engine-client/clock.ts';
import type { FrameMemory } from '../engine-client/frame-memory.ts';
import { PictureBoard } from '../engine-client/picture-board.ts';
import { ProfileBoard } from '../engine-client/profile-board.ts';
import { Presentations } from '../engine-client/presentations.ts';
import { MappingAssistant } from './assistant/mapping-assistant.ts';
import { MappingCommands } from './assistant/mapping-commands.ts';
import { followAlong } from './along/follow-along.ts';
import { followSplit } from './crossings/follow-split.ts';
import { SplitBoard } from './crossings/split-board.ts';
import { CrossingCommands } from './crossings/crossing-commands.ts';
import { CubeFileCommands } from './cube-file-commands.ts';
import { DatasetChooser } from './dataset/dataset-chooser.ts';
import { EngineLink } from './engine-link.ts';
import { FolderCommands } from './folder-commands.ts';
import { pageFrames } from './frames.ts';
import { HeaderCommands } from './header-commands.ts';
import { LeadingSection } from './leading-section.ts';
import { chooseFirstView } from './map/first-view.ts';
import { MapCommands } from './map/map-commands.ts';
import { TraceFinder } from './map/trace-finder.ts';
import { PositionMover } from './position-mover.ts';
import { FenceBoard } from './scene/fence-board.ts';
import { followScene } from './scene/follow-scene.ts';
import { followStoredSamples } from './stored-samples.ts';
import { SurveyCommands } from './survey-commands.ts';
import { followTie } from './ties/follow-tie.ts';
import { TieBoard } from './ties/tie-board.ts';
import { TiePanelCommands } from './ties/tie-panel-commands.ts';
import { TieCommands } from './ties/tie-commands.ts';
import { TimingRecorder } from './timing-recorder.ts';
import { createViewerStores, type ViewerStores } from './viewer-stores.ts';

export interface Viewer {
  readonly stores: ViewerStores;
  readonly board: PictureBoard;
  readonly splitBoard: SplitBoard;
  readonly tieBoard: TieBoard;
  readonly alongBoard: PictureBoard;
  readonly leading: LeadingSection;
  readonly fenceBoard: FenceBoard;
  readonly profiles: ProfileBoard;
  readonly presentations: Presentations;
  readonly recorder: TimingRecorder;
  readonly mover: PositionMover;
  readonly commands: SurveyCommands;
  readonly headers: HeaderCommands;
  readonly mapping: MappingCommands;
  readonly assistant: MappingAssistant;
  readonly datasets: DatasetChooser;
  readonly folders: FolderCommands;
  readonly cubes: CubeFileCommands;
  readonly crossings: CrossingCommands;
  readonly tiePanel: TiePanelCommands;
  readonly ties: TieCommands;
  readonly traces: TraceFinder;
  readonly map: MapCommands;
}

/** Connects at once and for as long as the page lives. */
export function createViewer(
  openTransport: () => Promise<Transport>,
  memory: FrameMemory,
  storage: StateStorage,
): Viewer {
  const stores = createViewerStores(storage);
  const board = new PictureBoard(({ view }) => memory.giveBack(view.data.buffer));
  const alongBoard = new PictureBoard(({ view }) => memory.giveBack(view.data.buffer));
  const leading = new LeadingSection();
  const fenceBoard = new FenceBoard();
  const profiles = new ProfileBoard();
  const splitBoard = new SplitBoard();
  const tieBoard = new TieBoard();
  const presentations = new Presentations(pageClock);
  const recorder = new TimingRecorder(stores.timing, pageClock);
  const link = new EngineLink({
    stores,
    board,
    alongBoard,
    fenceBoard,
    profiles,
    splitBoard,
    tieBoard,
    presentations,
    recorder,
    clock: pageClock,
    frames: pageFrames,
    openTransport,
  });
  followSplit(stores);
  chooseFirstView(stores);
  followTie(stores);
  followAlong(stores, profiles);
  followScene(stores, profiles);
  link.connect();
  followStoredSamples({
    stores,
    clock: pageClock,
    read: async (request) => await link.calls.readExactSample(request),
  });
  const mover = new PositionMover({
    stores,
    frames: pageFrames,
    clock: pageClock,
    isReady: (orientation) => link.isReady(orientation),
  });
  const commands = new SurveyCommands(stores, link);
  const crossings = new CrossingCommands(stores, link);
  const traces = new TraceFinder({
    profiles,
    clock: pageClock,
    indexTraces: async () => await link.calls.indexTraces(),
  });
  return {
    stores,
    board,
    alongBoard,
    leading,
    fenceBoard,
    profiles,
    splitBoard,
    tieBoard,
    presentations,
    recorder,
    mover,
    commands,
    headers: new HeaderCommands(stores, link, mover),
    mapping: new MappingCommands(stores, link),
    assistant: new MappingAssistant(stores, link, pageClock),
    datasets: new DatasetChooser(stores, link, pageClock),
    folders: new FolderCommands(stores, link),
    cubes: new CubeFileCommands(stores, link),
    crossings,
    tiePanel: new TiePanelCommands(stores, tieBoard),
    ties: new TieCommands(stores, link, profiles),
    traces,
    map: new MapCommands({ stores, profiles, traces, commands, crossings, mover }),
  };
}

const ViewerContext = createContext<Viewer | null>(null);

export const ViewerProvider = ViewerContext.Provider;

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer needs a ViewerProvider above it');
  return viewer;
}
