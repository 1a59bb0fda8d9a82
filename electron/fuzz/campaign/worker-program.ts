import { existsSync } from 'node:fs';
import { addonLocations } from '../../native/addon-location.ts';
import type { WorkerSetup } from '../worker/worker-messages.ts';
import type { WorkerProgram } from './fuzz-process.ts';

/**
 * Tells a worker that lies elsewhere where the addon is.
 * @param entry the bundle of `worker/fuzz-worker.ts`
 */
export function workerProgram(entry: string, setup: WorkerSetup): WorkerProgram {
  const addon = addonLocations().find((location) => existsSync(location));
  return { entry, environment: { ...process.env, ...(addon !== undefined && { CROSSLINE_ADDON: addon }) }, setup };
}
