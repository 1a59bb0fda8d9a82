/** The engines that cases are opened in, each made when it is first wanted and kept: what leaks adds up in them. */
import { join } from 'node:path';
import type { EngineEvents } from '../../../shared/contract.ts';
import { createMemoryPair } from '../../../shared/wire/memory-transport.ts';
import { connectEngine, type PageEnd } from '../../../shared/wire/rpc.ts';
import { createEngine, type Engine } from '../../engine/create-engine.ts';
import { createForkLauncher } from '../../jobs/fork-launcher.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { createReader } from '../../native/open-reader.ts';

export type EngineKind = 'addon' | 'twin' | 'processes';

/** The least that the product keeps of slices; it keeps more on machines with more memory. */
const CACHE_BUDGET_BYTES = 128 * 2 ** 20;

export interface FuzzHosts {
  /** Connects as a page does, over a wire that clones every message. */
  connect(kind: EngineKind, events: Partial<EngineEvents>): PageEnd;
  close(): Promise<void>;
}

/**
 * @param folder for what the engines keep
 * @param jobProcess the bundle of `jobs/job-process.ts`
 */
export function createFuzzHosts(folder: string, jobProcess: string): FuzzHosts {
  const engines = new Map<EngineKind, Engine>();
  const engineOf = (kind: EngineKind): Engine => {
    const present = engines.get(kind);
    if (present !== undefined) return present;
    const own = join(folder, kind);
    const engine = createEngine({
      host: 'browser',
      version: '0',
      launcher: kind === 'processes' ? createForkLauncher(jobProcess) : createLocalLauncher(),
      reader: createReader({ prefer: kind === 'addon' ? 'addon' : 'fallback' }),
      // Each its own: what one learned of a file must not spare the other the work.
      folders: { state: own, cache: join(own, 'cache'), sample: join(own, 'sample') },
      cacheBudgetBytes: CACHE_BUDGET_BYTES,
    });
    engines.set(kind, engine);
    return engine;
  };
  return {
    connect: (kind, events) => {
      const [enginesEnd, pagesEnd] = createMemoryPair();
      engineOf(kind).connect(enginesEnd);
      return connectEngine(pagesEnd, { ...DEAF, ...events });
    },
    close: async () => {
      await Promise.all([...engines.values()].map((engine) => engine.close()));
    },
  };
}

const nothing = (): void => undefined;
const DEAF: EngineEvents = {
  surveyChanged: nothing,
  surveyClosed: nothing,
  surveyFailed: nothing,
  cubeFileChanged: nothing,
  jobChanged: nothing,
  openRequested: nothing,
  headerProgress: nothing,
  folderProgress: nothing,
};
