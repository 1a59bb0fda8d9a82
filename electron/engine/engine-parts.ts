/** The engine's parts, made once by `createEngine` and used by every client. */
import type { EngineHello, RequestedSurvey } from '../../shared/contract.ts';
import type { Hdf5Readers } from '../jobs/hdf5-readers.ts';
import type { BufferPool } from './buffer-pool.ts';
import type { CrossingDocuments } from './crossings/crossing-documents.ts';
import type { CrossingFinder } from './crossings/crossing-finder.ts';
import type { CubeFiles } from './cube-file/cube-files.ts';
import type { EngineTally } from './engine-tally.ts';
import type { HostDialogs } from './engine-options.ts';
import type { FileAccess } from './file-access.ts';
import type { FolderExaminer } from './folders/folder-examiner.ts';
import type { MappingDesk } from './mapping/mapping-desk.ts';
import type { RecentSurveys } from './recent-surveys.ts';
import type { SliceCache } from './slice-cache.ts';
import type { SlicePicture } from './slice-picture.ts';
import type { SliceScheduler } from './slice-scheduler.ts';
import type { SliceService } from './slice-service.ts';
import type { SurveyJobs } from './survey-jobs.ts';
import type { SurveyRegistry } from './survey-registry.ts';
import type { TieFinder } from './ties/tie-finder.ts';

export interface HostFacts {
  readonly hello: EngineHello;
  readonly access: FileAccess;
  /** Of a file that this engine has made. */
  readonly allowFile: (path: string) => void;
  readonly requested: readonly RequestedSurvey[];
  readonly dialogs: HostDialogs | null;
}

export interface EngineParts {
  readonly host: HostFacts;
  readonly registry: SurveyRegistry;
  readonly slices: SliceService;
  readonly scheduler: SliceScheduler<SlicePicture>;
  readonly cache: SliceCache;
  readonly pool: BufferPool;
  readonly jobs: SurveyJobs;
  readonly crossings: CrossingFinder;
  readonly crossingDocuments: CrossingDocuments;
  readonly ties: TieFinder;
  readonly cubeFiles: CubeFiles;
  readonly hdf5: Hdf5Readers;
  readonly mappings: MappingDesk;
  readonly folderExaminer: FolderExaminer;
  readonly recent: RecentSurveys;
  readonly tally: EngineTally;
}
