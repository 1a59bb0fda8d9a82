import type { EngineCalls } from '../../shared/contract.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { createEngine } from '../engine/create-engine.ts';
import { ScanWatch } from '../engine/scan-watch.ts';
import { createLocalLauncher } from '../jobs/local-launcher.ts';
import { createProgressLine } from './output/progress-line.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from '../version.ts';

export interface ScannedSurvey {
  /** Every trace header was read, now or by an earlier scan. */
  readonly info: SurveyInfo;
  readonly calls: EngineCalls;
  /** Opens another one beside it, and waits for its headers too. */
  readonly openBeside: (path: string) => Promise<SurveyInfo>;
}

/**
 * Opens a survey in an engine of its own, by the overrides where there are any, waits until all its headers are known, and closes it after `use`.
 * @throws CrosslineError what opening, scanning and `use` reject with; cancelled on Ctrl-C
 */
export async function withScannedSurvey<Result>(
  path: string,
  terminal: Terminal,
  overrides: MappingOverrides | null,
  use: (survey: ScannedSurvey) => Promise<Result>,
): Promise<Result> {
  const progress = createProgressLine(terminal, 'Reading all headers', 'traces');
  const scan = new ScanWatch((done, total) => progress.update(done, total));
  const engine = createEngine({
    host: 'browser',
    version: VERSION,
    launcher: createLocalLauncher(),
    allowSynthetic: true,
  });
  const giveUp = (): void => scan.fail({ code: 'cancelled' });
  terminal.interrupted.addEventListener('abort', giveUp, { once: true });
  try {
    const { calls } = engine.attachLocal(scan);
    const info = await scan.finished(await calls.openSurvey(path, overrides ?? undefined));
    progress.clear();
    const openBeside = async (other: string): Promise<SurveyInfo> => {
      const opened = await scan.finished(await calls.openSurvey(other));
      progress.clear();
      return opened;
    };
    return await use({ info, calls, openBeside });
  } finally {
    progress.clear();
    terminal.interrupted.removeEventListener('abort', giveUp);
    await engine.close();
  }
}
