/** Entry of the processes that the engine starts: one runs a job, others read files; both are ended from there. */
import { constants, setPriority } from 'node:os';
import { faultOf } from '../../shared/errors.ts';
import { onLibraryBroken } from '../formats/hdf5/library/load-library.ts';
import { createReader } from '../native/open-reader.ts';
import { serveFiles } from './file-server.ts';
import type { FromJob, JobStart, ToJob } from './job-messages.ts';
import { connectParent } from './parent-port.ts';
import { runJob } from './run-job.ts';
import { throttledProgress } from './throttled-progress.ts';

const parent = connectParent();
const controller = new AbortController();
/** For the answer to leave. */
const BROKEN_GRACE_MS = 100;

serveFiles(parent, () => createReader({ prefer: 'fallback' }));

parent.onClose(() => process.exit());
// What was asked is answered first; whoever asks next gets a process whose library is sound.
onLibraryBroken(() => void setTimeout(() => process.exit(1), BROKEN_GRACE_MS));
parent.onMessage((message) => {
  const said = message as Partial<ToJob>;
  if (said.type === 'start-job') void run(said as JobStart);
  if (said.type === 'cancel-job') controller.abort();
});

async function run(start: JobStart): Promise<void> {
  // Nobody waits for a job as for a picture. Threads that start later, as the addon's do, inherit it.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const tell = (message: FromJob): Promise<void> => parent.send(message);
  const onProgress = throttledProgress((done, total) => void tell({ type: 'progress', done, total }));
  try {
    const onItems = (items: unknown): void => void tell({ type: 'items', items });
    const onNote = (note: string): void => void tell({ type: 'note', note });
    const { signal } = controller;
    const result = await runJob(start, { reader: createReader(), signal, onProgress, onItems, onNote });
    await tell({ type: 'done', result });
  } catch (thrown) {
    await tell({ type: 'failed', fault: faultOf(thrown) });
  }
}
