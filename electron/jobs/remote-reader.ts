/**
 * The fallback reader out of the way: JavaScript that decodes blocks its process, so each open file gets a process of
 * its own that stays warm until the file is closed.
 */
import type { NativeReader } from '../native/native-reader.ts';
import type { ProcessLauncher } from './process-launcher.ts';
import { RemoteFile } from './remote-file.ts';

/** @param local the reader that the processes will use too; its notice is what the user is told */
export const createRemoteReader = (local: NativeReader, launcher: ProcessLauncher): NativeReader => ({
  kind: local.kind,
  notice: local.notice,
  openFile: (path) => RemoteFile.open(path, launcher.launch('reader')),
});
