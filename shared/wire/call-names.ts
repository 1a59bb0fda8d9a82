/** The names of the contract at run time. A call that is missing here, or is not in the contract, does not compile. */
import type { EngineCalls, EngineEvents } from '../contract.ts';

const CALLS: Record<keyof EngineCalls, true> = {
  hello: true,
  listFolder: true,
  chooseFiles: true,
  chooseFolder: true,
  listRecent: true,
  listRequested: true,
  openSurvey: true,
  remapSurvey: true,
  outlineHdf5: true,
  proposeMappings: true,
  previewMapping: true,
  acceptMapping: true,
  forgetMapping: true,
  examineFolder: true,
  openSurveys: true,
  closeSurvey: true,
  listSurveys: true,
  readSlice: true,
  readNavigation: true,
  readProfiles: true,
  findCrossings: true,
  writeCrossings: true,
  findTies: true,
  readTie: true,
  identifyLines: true,
  indexTraces: true,
  prefetch: true,
  cancelSlice: true,
  acknowledgeSlice: true,
  readExactSample: true,
  readStatistics: true,
  readTextHeaders: true,
  createSample: true,
  readCubeFile: true,
  buildCubeFile: true,
  listJobs: true,
  cancelJob: true,
  readCounters: true,
  describeHeaders: true,
  readTraceHeader: true,
  readTraceHeaders: true,
  summariseHeaders: true,
  readHeaderColumn: true,
  filterTraces: true,
  findTrace: true,
  rowOfTrace: true,
  locateTrace: true,
  dropFilter: true,
  cancelHeaderTask: true,
};

const EVENTS: Record<keyof EngineEvents, true> = {
  surveyChanged: true,
  surveyClosed: true,
  surveyFailed: true,
  cubeFileChanged: true,
  jobChanged: true,
  headerProgress: true,
  folderProgress: true,
  openRequested: true,
};

export type CallName = keyof EngineCalls;
export type EventName = keyof EngineEvents;

export const CALL_NAMES = Object.keys(CALLS) as readonly CallName[];
export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];
