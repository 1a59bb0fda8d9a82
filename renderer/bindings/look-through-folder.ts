import type { EngineCalls } from '../../shared/contract.ts';
import { faultOf } from '../../shared/errors.ts';
import { failLooking, finishLooking, startLooking, type FolderStore } from '../state/folder-store.ts';

/** Shows the folder's list at once; `folderProgress` fills it. A failure stands in the list. */
export async function lookThroughFolder(
  store: FolderStore,
  calls: Pick<EngineCalls, 'examineFolder' | 'cancelJob'>,
  path: string,
): Promise<void> {
  const { jobId } = store.getState();
  // One list, one job: nobody waits for the earlier folder any more.
  if (jobId !== null) void calls.cancelJob(jobId).catch(() => undefined);
  store.setState(startLooking(path));
  const { requestId } = store.getState();
  try {
    store.setState(finishLooking(requestId, await calls.examineFolder({ requestId, path })));
  } catch (thrown) {
    store.setState(failLooking(requestId, faultOf(thrown)));
  }
}
