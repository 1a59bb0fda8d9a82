/** Finds a Python that can run a peer. Python is often a shim without packages, so the first that imports them is taken. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A cold import of numpy from a slow disk takes seconds; one that takes longer will not measure anything either. */
const IMPORT_TIMEOUT_MS = 60_000;

export interface PythonSearch {
  /** Null where none of those tried imports the modules. */
  readonly python: string | null;
  /** What was tried, in order. */
  readonly tried: readonly string[];
}

/** Tries CROSSLINE_PYTHON, `python3` and /usr/bin/python3. */
export async function findPython(
  modules: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<PythonSearch> {
  const named = environment['CROSSLINE_PYTHON'];
  const candidates = [...(named === undefined || named === '' ? [] : [named]), 'python3', '/usr/bin/python3'];
  const tried: string[] = [];
  for (const python of candidates) {
    tried.push(python);
    if (await imports(python, modules)) return { python, tried };
  }
  return { python: null, tried };
}

async function imports(python: string, modules: readonly string[]): Promise<boolean> {
  try {
    await run(python, ['-c', `import ${modules.join(', ')}`], { timeout: IMPORT_TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}

/** One sentence for the user: which peer did not run, and how to have it. */
export const missingPeerText = (modules: readonly string[], tried: readonly string[]): string =>
  `No peer ran: none of ${tried.join(', ')} imports ${modules.join(' and ')}. ` +
  `Install with "python3 -m pip install ${modules.join(' ')}", or name a Python that has them in CROSSLINE_PYTHON.`;
