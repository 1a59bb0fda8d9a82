/** Entry of the engine process of `crossline serve`: runs while its supervisor does. */
import { createForkLauncher } from '../jobs/fork-launcher.ts';
import { connectParent } from '../jobs/parent-port.ts';
import { createReader } from '../native/open-reader.ts';
import { startEngineHost, type EngineHost } from './engine-host.ts';
import {
  STOP_GRACE_MS,
  type EngineProcessOptions,
  type FromEngineProcess,
  type ToEngineProcess,
} from './engine-process-messages.ts';

const parent = connectParent();
let host: EngineHost | null = null;

const tell = (message: FromEngineProcess): Promise<void> => parent.send(message);

async function start(options: EngineProcessOptions): Promise<void> {
  const { port, token, version, roots, requested, allowSynthetic, pageFolder, jobProcess } = options;
  const reader = createReader();
  try {
    host = await startEngineHost({
      port,
      token,
      version,
      access: { roots, files: requested.map(({ path }) => path) },
      requested,
      allowSynthetic,
      remembersRecent: true,
      usesCubeFiles: true,
      reader,
      launcher: createForkLauncher(jobProcess),
      pageFolder,
    });
  } catch (thrown) {
    await tell({ type: 'refused', detail: thrown instanceof Error ? thrown.message : String(thrown) });
    process.exit(1);
  }
  await tell({ type: 'listening', port: host.port, readerNotice: reader.notice });
}

async function stop(): Promise<void> {
  // A read from a disk that is gone never ends, and where the supervisor is gone too nobody else would end this process.
  setTimeout(() => process.exit(1), STOP_GRACE_MS).unref();
  await host?.close();
  process.exit();
}

// Ctrl-C reaches every process of the terminal; the supervisor decides what follows.
process.on('SIGINT', () => undefined);
parent.onClose(() => void stop());
parent.onMessage((message) => {
  const said = message as ToEngineProcess;
  if (said.type === 'start-engine') void start(said.options);
  else void stop();
});
