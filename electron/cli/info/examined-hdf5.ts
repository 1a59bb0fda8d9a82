import { CrosslineError, faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import type { Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { VERSION } from '../../version.ts';
import type { Terminal } from '../terminal.ts';

export interface ExaminedHdf5 {
  readonly outline: Hdf5Outline;
  /** Null where the file does not open as one. */
  readonly survey: SurveyInfo | null;
  /** Why; null where it does. */
  readonly fault: CrosslineFault | null;
}

/**
 * In an engine of its own.
 * @throws CrosslineError what `outlineHdf5` rejects with; of opening, what the user can mend by other options
 */
export async function examinedHdf5(
  path: string,
  overrides: MappingOverrides | null,
  terminal: Terminal,
): Promise<ExaminedHdf5> {
  const engine = createEngine({ host: 'browser', version: VERSION, launcher: createLocalLauncher() });
  const { calls } = engine.attachLocal();
  try {
    const outline = await calls.outlineHdf5(path);
    if (terminal.interrupted.aborted) throw new CrosslineError({ code: 'cancelled' });
    try {
      return { outline, survey: await calls.openSurvey(path, overrides ?? undefined), fault: null };
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.code !== 'choose-dataset' && fault.code !== 'not-hdf5') throw thrown;
      return { outline, survey: null, fault };
    }
  } finally {
    await engine.close();
  }
}
