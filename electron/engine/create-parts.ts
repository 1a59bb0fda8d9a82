/** Makes the engine's parts and joins them. */
import { faultOf } from '../../shared/errors.ts';
import { NO_OVERRIDES } from '../../shared/mapping/segy-mapping.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { createReader } from '../native/open-reader.ts';
import { appFolders } from './app-folders.ts';
import { BufferPool } from './buffer-pool.ts';
import { defaultCacheBudget } from './cache-budget.ts';
import type { ClientEvents } from './client-events.ts';
import { CrossingDocuments } from './crossings/crossing-documents.ts';
import { CrossingFinder } from './crossings/crossing-finder.ts';
import { CubeBuilds } from './cube-file/cube-builds.ts';
import { CubeFiles } from './cube-file/cube-files.ts';
import { CubePlaces } from './cube-file/cube-places.ts';
import { allowedPath } from './file-access.ts';
import type { EngineOptions } from './engine-options.ts';
import type { EngineParts } from './engine-parts.ts';
import { FolderExaminer } from './folders/folder-examiner.ts';
import { EngineTally } from './engine-tally.ts';
import { hostFacts } from './host-facts.ts';
import { createRemoteReader } from '../jobs/remote-reader.ts';
import { openCube } from '../formats/hdf5/source/open-cube.ts';
import { createHdf5Readers } from '../jobs/hdf5-readers.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { AcceptedMappings } from '../formats/segy/accepted/accepted-mappings.ts';
import { createIndexStore } from '../formats/segy/scan-index.ts';
import { MappingDesk } from './mapping/mapping-desk.ts';
import { createSourceOpener } from './open-source.ts';
import { RecentSurveys } from './recent-surveys.ts';
import { changeBehind } from './scan-failure.ts';
import { SliceCache } from './slice-cache.ts';
import type { SlicePicture } from './slice-picture.ts';
import { SliceScheduler } from './slice-scheduler.ts';
import { SliceService } from './slice-service.ts';
import { slowSliceMs, SlowSlices } from './slow-slices/slow-slices.ts';
import { SurveyJobs } from './survey-jobs.ts';
import { SurveyRegistry } from './survey-registry.ts';
import { TieFinder } from './ties/tie-finder.ts';

/** The three planes of the scene at once. */
const DEFAULT_MAX_READS = 3;
/** Recycled buffers kept beyond those in use: two of the largest usual time slices (4000 x 2000). */
const POOL_BUDGET_BYTES = 64 * 1024 * 1024;

export function createParts(options: EngineOptions, events: ClientEvents): EngineParts {
  const reader = engineReader(options);
  const folders = options.folders ?? appFolders();
  const host = hostFacts(options, reader, folders.sample);
  const tally = new EngineTally();
  const cache = new SliceCache(options.cacheBudgetBytes ?? defaultCacheBudget());
  const pool = new BufferPool(POOL_BUDGET_BYTES);
  const recent = new RecentSurveys(folders.state, options.remembersRecent === true);
  const runner = options.launcher && new JobRunner(options.launcher, events.jobChanged);
  const scheduler = new SliceScheduler<SlicePicture>({
    maxReads: options.maxReads ?? DEFAULT_MAX_READS,
    onDropped: (code) => (tally[code] += 1),
  });
  const jobs = new SurveyJobs({
    runner,
    sampleFolder: folders.sample,
    onScanFailed: (survey, fault) => {
      const change = changeBehind(fault, survey.path);
      if (change !== null) registry.fail(survey, change);
    },
  });
  const accepted = new AcceptedMappings(folders.state);
  const hdf5 = createHdf5Readers(options.launcher, reader);
  const opener = createSourceOpener({
    access: host.access,
    reader,
    index: createIndexStore(folders.cache),
    accepted,
    allowSynthetic: options.allowSynthetic ?? false,
    hdf5,
  });
  const cubeFiles = new CubeFiles({
    isUsed: options.usesCubeFiles === true,
    places: new CubePlaces(folders.state),
    builds: new CubeBuilds(runner),
    describe: (path) => hdf5.describe(path, NO_OVERRIDES),
    open: (path, description, id) => openCube(path, description, { reader, id, hdf5 }),
    allowedFolder: (path) => allowedPath(host.access, path),
    onBuilt: host.allowFile,
    onChanged: (surveyId, cubeFile) => events.cubeFileChanged({ surveyId, cubeFile }),
  });
  const registry = new SurveyRegistry(opener, {
    onOpened: (survey, opened) => {
      // Opened again after it had failed: what was learned of the earlier file is not of this one.
      jobs.endFor(survey.id);
      jobs.scan(survey, opened);
      cubeFiles.follow(survey, opened);
    },
    onStale: (keyPrefix) => {
      scheduler.dropKeys(keyPrefix, (requestId) => ({ code: 'superseded', requestId }));
      cache.removeWhere(keyPrefix);
    },
    onChanged: (info) => {
      cubeFiles.learned(info.id);
      events.surveyChanged(info);
    },
    onClosed: (surveyId) => {
      jobs.endFor(surveyId);
      cubeFiles.forget(surveyId);
      events.surveyClosed(surveyId);
    },
    onFailed: (surveyId, fault) => events.surveyFailed({ surveyId, fault }),
  });
  const slices = new SliceService({
    cache,
    pool,
    tally,
    slow: new SlowSlices(options.slowSliceMs ?? slowSliceMs(), pool),
    surveyOf: (surveyId) => registry.get(surveyId),
    onFileChanged: (survey, thrown) => registry.fail(survey, faultOf(thrown)),
  });
  const mappings = new MappingDesk({
    access: host.access,
    reader,
    accepted,
    hdf5,
    openSurveys: () => registry.list(),
  });
  const folderExaminer = new FolderExaminer({ access: host.access, runner, folders, recent });
  const crossings = new CrossingFinder(registry, runner);
  const ties = new TieFinder(registry, crossings, runner);
  const crossingDocuments = new CrossingDocuments(registry, runner, folders);
  return {
    host,
    registry,
    slices,
    scheduler,
    cache,
    pool,
    jobs,
    crossings,
    crossingDocuments,
    ties,
    hdf5,
    cubeFiles,
    mappings,
    folderExaminer,
    recent,
    tally,
  };
}

/** What decodes in JavaScript would block this process, so it is moved into others where the host has any. */
function engineReader({ reader = createReader(), launcher }: EngineOptions): NativeReader {
  return reader.kind === 'fallback' && launcher?.isSeparate === true ? createRemoteReader(reader, launcher) : reader;
}
