/** The native addon as a NativeReader. The library's errors become CrosslineErrors here and nowhere else. */
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import { AddonFile } from './addon-file.ts';
import type { AddonBinding } from './addon-binding.ts';
import { cancelled, fileFault } from './file-faults.ts';
import type { NativeReader } from './native-reader.ts';

export const createAddonReader = (binding: AddonBinding): NativeReader => ({
  kind: 'addon',
  notice: null,
  openFile: async (path) => {
    const opened = await binding.open(path).catch(rethrow(path));
    return new AddonFile(path, binding, opened, rethrow(path));
  },
});

/** What a rejected call of the library throws instead. */
const rethrow =
  (path: string) =>
  (error: unknown): never => {
    if (!(error instanceof Error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'CANCELLED') throw cancelled();
    const fault: CrosslineFault =
      code === 'FILE_CHANGED'
        ? { code: 'file-changed', path, detail: message }
        : code === 'DAMAGED'
          ? { code: 'damaged', path, detail: message }
          : fileFault(path, code, message);
    throw new CrosslineError(fault, { cause: error });
  };
