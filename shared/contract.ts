/**
 * The only contract between engine and page. `EngineCalls` is what the page may ask, `EngineEvents` what the engine
 * tells. `wire/rpc.ts` carries both over any `Transport`; a missing, misspelt or wrongly typed call does not compile on
 * either side. Calls reject with `CrosslineError`.
 */
import type { CrossingRequest, DocumentRequest, IdentifiedLine, OpenCrossings, OpenTraces } from './crossing-calls.ts';
import type { SampleRequest } from './sample-place.ts';
import type { AmplitudeStatistics, SurveyId, SurveyInfo } from './survey.ts';
import type { SliceReply, SliceRequest } from './slices.ts';
import type { LineNavigation, NavigationRequest } from './navigation.ts';
import type { OpenProfiles } from './profile-calls.ts';
import type { BuildCubeOptions, CubeFileState } from './cube-file.ts';
import type { CrosslineFault } from './errors.ts';
import type { FolderExamined, FolderProgress, FolderRequest } from './folder.ts';
import type { HeaderCalls, HeaderProgress } from './headers/header-calls.ts';
import type { Hdf5Outline } from './hdf5/hdf5-outline.ts';
import type { MappingPreview, MappingProposal } from './mapping/mapping-proposal.ts';
import type { MappingOverrides } from './mapping/segy-mapping.ts';
import type { TextHeader } from './text-header/text-header.ts';
import type { OpenTie, OpenTies, TieDetailRequest, TieRequest } from './tie-calls.ts';

/** Raised whenever calls, events or their data change shape. */
export const PROTOCOL_VERSION = 14;

export type JobId = string;

export type SampleSize = 'small' | 'medium' | 'large';

export interface EngineHello {
  readonly protocolVersion: number;
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly reader: 'addon' | 'fallback';
  /** Why the addon is not in use; null where it is. */
  readonly readerNotice: string | null;
  /** The host can show the system's own open dialog (`chooseFiles`). */
  readonly nativeDialogs: boolean;
  /** Folders that `listFolder` may show; the first is where browsing starts. */
  readonly roots: readonly string[];
  /** Folder where `createSample` writes. */
  readonly sampleFolder: string;
  readonly platform: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: 'folder' | 'file';
  readonly bytes: number;
  readonly modifiedMs: number;
}

export interface FolderListing {
  readonly path: string;
  /** Null at a root. */
  readonly parent: string | null;
  readonly entries: readonly FolderEntry[];
}

export interface RecentSurvey {
  readonly path: string;
  readonly name: string;
  readonly openedMs: number;
}

/** What the command line asked to open. */
export interface RequestedSurvey {
  readonly path: string;
  /** Null where it gave none: the file is then read as it was accepted earlier, or as it is detected. */
  readonly overrides: MappingOverrides | null;
}

export type OpenOutcome = { readonly info: SurveyInfo } | { readonly fault: CrosslineFault };

/** Counts since the engine started. They prove what was and what was not read. */
export interface EngineCounters {
  /** Slices read from a source: neither cache hits nor superseded requests. */
  readonly slicesRead: number;
  readonly bytesRead: number;
  readonly cacheHits: number;
  readonly prefetchReads: number;
  /** Visible requests that a prefetch had already filled. */
  readonly prefetchHits: number;
  readonly superseded: number;
  readonly cancelled: number;
  readonly cacheBytes: number;
  readonly cacheBudgetBytes: number;
}

export interface EngineCalls extends HeaderCalls {
  hello(): Promise<EngineHello>;
  listFolder(path: string): Promise<FolderListing>;
  /** The system's open dialog; empty where the user chose nothing. Only where `nativeDialogs`. */
  chooseFiles(): Promise<readonly string[]>;
  /** The same for a folder; null where the user chose none. */
  chooseFolder(): Promise<string | null>;
  listRecent(): Promise<readonly RecentSurvey[]>;
  /** What the command line asked to open, in its order. */
  listRequested(): Promise<readonly RequestedSurvey[]>;
  /**
   * Opens, or returns the survey that is open from that path. The scan goes on behind; `surveyChanged` tells its result.
   * With overrides the file is read by them, also where it is open already.
   */
  openSurvey(path: string, overrides?: MappingOverrides): Promise<SurveyInfo>;
  /** Reads an open survey anew by other overrides, under the same id. On an error it stays as it was. */
  remapSurvey(surveyId: SurveyId, overrides: MappingOverrides): Promise<SurveyInfo>;
  /** What an HDF5 file holds, and the ways to read it as a survey; also of a file that does not open by itself. */
  outlineHdf5(path: string): Promise<Hdf5Outline>;
  /** Ways to read a SEG-Y file, best first; also of a file that does not open by itself. */
  proposeMappings(path: string): Promise<readonly MappingProposal[]>;
  /** How the file would look, without opening it for good; cancels what the same client asked before. */
  previewMapping(path: string, overrides: MappingOverrides): Promise<MappingPreview>;
  /** Keeps the mapping of an open survey for this file (by what is in it, wherever it lies) and offers it to sibling files. */
  acceptMapping(surveyId: SurveyId): Promise<void>;
  /** Forgets what was kept for the survey's file; the survey is read anew as it is detected. */
  forgetMapping(surveyId: SurveyId): Promise<SurveyInfo>;
  /**
   * Looks at every file of a folder and beneath it, in one job: kind, extent and health of each survey, the reason of each
   * file that is none. `folderProgress` brings them as they are found. Rejects as `cancelled` where the job was.
   */
  examineFolder(request: FolderRequest): Promise<FolderExamined>;
  /**
   * Opens each as `openSurvey` does, a few at a time; one that does not open leaves the others alone. Not listed as
   * recent: their folder is.
   * @returns in the order of the paths
   */
  openSurveys(paths: readonly string[]): Promise<readonly OpenOutcome[]>;
  closeSurvey(surveyId: SurveyId): Promise<void>;
  listSurveys(): Promise<readonly SurveyInfo[]>;
  readSlice(request: SliceRequest): Promise<SliceReply>;
  /** Where traces of a 2D line are: `SurveyInfo.lines` tells which there are. */
  readNavigation(request: NavigationRequest): Promise<LineNavigation>;
  /** Where all lines of some surveys are, whole, with what levels of detail are chosen by; a few dozen surveys a call. */
  readProfiles(surveyIds: readonly SurveyId[]): Promise<OpenProfiles>;
  /**
   * Where the 2D lines of all open surveys cross, found in a job (`jobChanged` tells the progress), and only for lines that came
   * or changed since this was asked last. Rejects as `cancelled` where the job was.
   */
  findCrossings(request: CrossingRequest): Promise<OpenCrossings>;
  /**
   * The crossings of the open lines as a document, the same as `crossline intersections` writes of these files. Found anew in a
   * job. Rejects as `cancelled` where the job was.
   */
  writeCrossings(request: DocumentRequest): Promise<Uint8Array>;
  /**
   * How far the open 2D lines agree where they cross, and the corrections that make them agree (`shared/ties/README.md`), adjusted in a
   * job; crossings and traces that are known are neither searched nor read again. Rejects as `cancelled` where the job was.
   */
  findTies(request: TieRequest): Promise<OpenTies>;
  /** One crossing of open lines: both traces, their correlation and the warping path. */
  readTie(request: TieDetailRequest): Promise<OpenTie>;
  /** What documents call the open lines. */
  identifyLines(): Promise<readonly IdentifiedLine[]>;
  /** What tells the nearest trace of all open 2D lines, built in a job; large, so ask again only when lines came or went. */
  indexTraces(): Promise<OpenTraces>;
  /** Planes worth having next, nearest first; replaces the stream's earlier wishes. */
  prefetch(request: {
    readonly surveyId: SurveyId;
    readonly stream: string;
    readonly planes: readonly SliceRequest['plane'][];
  }): Promise<void>;
  /** Stops a slice request that is queued or being read; it rejects as `cancelled`. */
  cancelSlice(requestId: number): Promise<void>;
  /** The page has taken this picture. At most two pictures are on the way to a client at any time. */
  acknowledgeSlice(requestId: number): Promise<void>;
  /** A sample's stored value in decimal, exact where its Float32 is rounded; null where no sample is stored. */
  readExactSample(request: SampleRequest): Promise<string | null>;
  readStatistics(surveyId: SurveyId): Promise<AmplitudeStatistics>;
  /** Every text header of the file in file order, as stored, for `decodeText`; none where the format has none. */
  readTextHeaders(surveyId: SurveyId): Promise<readonly TextHeader[]>;
  /** Writes the sample survey into `sampleFolder`, unless it is there already; `jobChanged` tells the progress. Resolves with the cube's path. */
  createSample(size: SampleSize): Promise<string>;
  /** Null where a survey has none, or where it is not known yet: `cubeFileChanged` tells. */
  readCubeFile(surveyId: SurveyId): Promise<CubeFileState | null>;
  /**
   * Writes an open SEG-Y cube as an HDF5 cube file, as the survey is read now; `jobChanged` tells the progress. Slices come from it
   * from then on. An interrupted one is gone on with. Resolves with the file's path, also where it was there already.
   */
  buildCubeFile(surveyId: SurveyId, options?: BuildCubeOptions): Promise<string>;
  listJobs(): Promise<readonly JobState[]>;
  cancelJob(jobId: JobId): Promise<void>;
  readCounters(): Promise<EngineCounters>;
}

export interface JobState {
  readonly id: JobId;
  readonly kind:
    'scan' | 'sample' | 'convert' | 'folder' | 'crossings' | 'document' | 'cross' | 'ties' | 'adjust' | 'tie' | 'index';
  /** E.g. "Reading all headers of f3.sgy". */
  readonly title: string;
  readonly status: 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number;
  readonly unit: 'traces' | 'bytes' | 'files' | 'crossings';
  /** Of `unit`, a second, over the last seconds; null while that cannot be told. */
  readonly ratePerSecond: number | null;
  /** What the job says of itself, e.g. "12 of 26 parts were there"; null where that is nothing. */
  readonly note: string | null;
  readonly fault: CrosslineFault | null;
}

export interface EngineEvents {
  /** A scan confirmed or corrected the geometry, or the file changed. Slices of the earlier geometry are stale. */
  surveyChanged(info: SurveyInfo): void;
  surveyClosed(surveyId: SurveyId): void;
  /** The survey can no longer be read. It stays listed so that it can be opened again. */
  surveyFailed(failure: { readonly surveyId: SurveyId; readonly fault: CrosslineFault }): void;
  /** A survey's cube file was found, or serves slices, or no longer does. */
  cubeFileChanged(change: { readonly surveyId: SurveyId; readonly cubeFile: CubeFileState }): void;
  jobChanged(job: JobState): void;
  /** How far a task of this client's is, several times a second. */
  headerProgress(progress: HeaderProgress): void;
  /** What a request of this client's for a folder has found. */
  folderProgress(progress: FolderProgress): void;
  /** The system asked the host to show a file: a second start, or a file association. The page opens it. */
  openRequested(requested: RequestedSurvey): void;
}
