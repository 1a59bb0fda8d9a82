/** The fallback reader out of the way: JavaScript that decodes blocks its process, so others do it, warm until the last file is closed. */
import type { NativeReader } from '../native/native-reader.ts';
import type { ProcessLauncher } from './process-launcher.ts';
import { ReaderProcesses } from './reader-processes.ts';
import { RemoteFile } from './remote-file.ts';

/** @param local the reader that the processes will use too; its notice is what the user is told */
export function createRemoteReader(local: NativeReader, launcher: ProcessLauncher): NativeReader {
  const processes = new ReaderProcesses(launcher);
  return { kind: local.kind, notice: local.notice, openFile: (path) => RemoteFile.open(path, processes) };
}
