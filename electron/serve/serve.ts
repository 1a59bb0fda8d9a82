/**
 * The local host: starts the engine in a process of its own and starts it again when it crashes, on the same port and
 * with the same token, so that pages find it again by themselves.
 */
import type { RequestedSurvey } from '../../shared/contract.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { createToken } from './access-token.ts';
import { builtPageFolder, engineProcessFile, jobProcessFile } from './bundle-files.ts';
import type { EngineProcessOptions } from './engine-process-messages.ts';
import { EngineSupervisor } from './engine-supervisor.ts';

export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Folders whose files may be opened and listed; absolute. */
  readonly roots: readonly string[];
  /** Files to open; absolute. They may be opened wherever they lie. */
  readonly requested: readonly RequestedSurvey[];
  /** Whether `synthetic:` surveys can be opened. */
  readonly allowSynthetic: boolean;
  readonly version: string;
  /** One line for the terminal. */
  readonly log: (line: string) => void;
  /** Where the program lies, when it is not the build that this file is bundled into. */
  readonly bundles?: { readonly engineProcess: string; readonly jobProcess: string; readonly pageFolder: string };
}

export interface ServeHandle {
  /** For the browser; with the token. */
  readonly address: string;
  /** Why the addon is not in use; null where it is. */
  readonly readerNotice: string | null;
  /** Stops the engine and what it has started. */
  close(): Promise<void>;
}

/** @throws CrosslineError job-failed where the port cannot be had; job-crashed where the engine does not start */
export async function serve(options: ServeOptions): Promise<ServeHandle> {
  const { port, roots, requested, allowSynthetic, version, log } = options;
  const bundles = options.bundles ?? {
    engineProcess: engineProcessFile(),
    jobProcess: jobProcessFile(),
    pageFolder: builtPageFolder(),
  };
  const { engineProcess, jobProcess, pageFolder } = bundles;
  const token = createToken();
  const start: EngineProcessOptions = {
    port,
    token,
    version,
    roots,
    requested,
    allowSynthetic,
    pageFolder,
    jobProcess,
  };
  const supervisor = new EngineSupervisor(engineProcess, start, log);
  const first = await supervisor.start();
  if (first.type === 'refused') {
    const detail = `it cannot listen on port ${port} (${first.detail})`;
    throw new CrosslineError({ code: 'job-failed', job: 'The host', detail });
  }
  return {
    address: `http://127.0.0.1:${first.port}/?token=${token}`,
    readerNotice: first.readerNotice,
    close: () => supervisor.close(),
  };
}
