/** The contract's calls for one client. Thin: each hands over to the part of the engine that does it. */
import type { EngineCalls } from '../../shared/contract.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { overridesFromJson } from '../../shared/mapping/mapping-json.ts';
import type { HeaderCalls } from '../../shared/headers/header-calls.ts';
import { openSurveys } from './folders/open-surveys.ts';
import { listFolder } from './list-folder.ts';
import type { HostDialogs } from './engine-options.ts';
import type { EngineParts, HostFacts } from './engine-parts.ts';
import { readProfiles } from './profiles/read-profiles.ts';
import type { SchedulerClient } from './scheduler-client.ts';
import type { SlicePicture } from './slice-picture.ts';

/** Those of a client that keep something of its own. */
export type OwnCalls = HeaderCalls & Pick<EngineCalls, 'examineFolder'>;

export function createClientCalls(
  parts: EngineParts,
  client: SchedulerClient<SlicePicture>,
  own: OwnCalls,
): EngineCalls {
  const { registry, slices, scheduler, jobs, crossings, cubeFiles, mappings, recent, cache, tally, host } = parts;
  let preview = new AbortController();
  return {
    ...own,
    hello: () => Promise.resolve(host.hello),
    listFolder: (path) => listFolder(host.access, path),
    chooseFiles: async () => await dialogsOf(host).chooseFiles(),
    chooseFolder: async () => await dialogsOf(host).chooseFolder(),
    listRecent: () => recent.list(),
    listRequested: () => Promise.resolve(host.requested),
    openSurvey: async (path, overrides) => {
      const survey = await registry.open(path, overrides === undefined ? null : overridesFromJson(overrides));
      if (survey.source.info.path !== null) void recent.add(survey.path);
      return survey.source.info;
    },
    openSurveys: (paths) => openSurveys(registry, paths),
    remapSurvey: async (surveyId, overrides) =>
      (await registry.remap(surveyId, overridesFromJson(overrides))).source.info,
    outlineHdf5: (path) => mappings.outline(path),
    proposeMappings: (path) => mappings.propose(path),
    previewMapping: async (path, overrides) => {
      preview.abort(new CrosslineError({ code: 'cancelled' }));
      preview = new AbortController();
      return await mappings.preview(path, overridesFromJson(overrides), preview.signal);
    },
    acceptMapping: (surveyId) => mappings.accept(registry.get(surveyId)),
    forgetMapping: async (surveyId) => {
      const detected = await mappings.forget(registry.get(surveyId));
      return (await registry.remap(surveyId, detected)).source.info;
    },
    closeSurvey: (surveyId) => registry.close(surveyId),
    listSurveys: () => Promise.resolve(registry.list()),
    readSlice: async (request) => {
      const task = slices.visibleTask(registry.get(request.surveyId), request);
      return (await scheduler.request(client, task)).reply;
    },
    readNavigation: (request) => promised(() => registry.get(request.surveyId).source.navigation(request)),
    readProfiles: (surveyIds) => readProfiles(registry, surveyIds),
    writeCrossings: (request) => parts.crossingDocuments.write(request),
    identifyLines: () => parts.crossingDocuments.identify(),
    findCrossings: (request) => crossings.find(request),
    indexTraces: () => crossings.indexTraces(),
    findTies: (request) => parts.ties.find(request),
    readTie: (request) => parts.ties.detail(request),
    prefetch: ({ surveyId, stream, planes }) =>
      promised(() => {
        const survey = registry.get(surveyId);
        const tasks = planes.map((plane) => slices.prefetchTask(survey, plane));
        scheduler.prefetch(client, stream, tasks);
      }),
    cancelSlice: (requestId) => promised(() => scheduler.cancel(client, requestId)),
    acknowledgeSlice: (requestId) => promised(() => scheduler.acknowledge(client, requestId)),
    readExactSample: async ({ surveyId, place }) => {
      const { source } = registry.get(surveyId);
      return await source.readExactSample(place, jobs.signalFor(surveyId));
    },
    readStatistics: async (surveyId) => await jobs.readStatistics(registry.get(surveyId)),
    readTextHeaders: async (surveyId) => await registry.get(surveyId).source.readTextHeaders(),
    createSample: (size) => jobs.createSample(size),
    readCubeFile: (surveyId) => promised(() => cubeFiles.stateOf(registry.get(surveyId).id)),
    buildCubeFile: async (surveyId, options = {}) => await cubeFiles.build(registry.get(surveyId), options),
    listJobs: () => Promise.resolve(jobs.list()),
    cancelJob: (jobId) => promised(() => jobs.cancel(jobId)),
    readCounters: () => Promise.resolve(tally.countersWith(cache.bytes, cache.budgetBytes)),
  };
}

/** @throws CrosslineError usage where the host has none */
function dialogsOf({ dialogs }: HostFacts): HostDialogs {
  if (dialogs === null) throw new CrosslineError({ code: 'usage', detail: 'This host has no open dialog' });
  return dialogs;
}

/** A promise of what happens at once; what is thrown rejects it. */
const promised = <Result>(act: () => Result): Promise<Result> => new Promise((resolve) => resolve(act()));
