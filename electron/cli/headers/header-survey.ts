/** A survey whose headers a command reads: open, but not scanned, since no geometry is asked for. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { HeaderDescription, HeaderTask } from '../../../shared/headers/header-calls.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { VERSION } from '../../version.ts';
import { createProgressLine } from '../output/progress-line.ts';
import type { Terminal } from '../terminal.ts';

export interface HeaderSurvey {
  readonly info: SurveyInfo;
  readonly description: HeaderDescription;
  readonly calls: EngineCalls;
  /** Runs a task with a progress line; Ctrl-C cancels it. */
  readonly task: <Result>(run: (task: HeaderTask) => Promise<Result>) => Promise<Result>;
}

/** @throws CrosslineError what opening and `use` reject with; usage where the survey has no SEG-Y headers */
export async function withHeaderSurvey<Result>(
  path: string,
  terminal: Terminal,
  overrides: MappingOverrides | null,
  use: (survey: HeaderSurvey) => Promise<Result>,
): Promise<Result> {
  const progress = createProgressLine(terminal, 'Reading headers', 'traces');
  const engine = createEngine({ host: 'browser', version: VERSION, launcher: null, allowSynthetic: true });
  const { calls } = engine.attachLocal({ headerProgress: ({ done, total }) => progress.update(done, total) });
  let requestId = 0;
  const giveUp = (): void => void calls.cancelHeaderTask(requestId);
  terminal.interrupted.addEventListener('abort', giveUp);
  try {
    const info = await calls.openSurvey(path, overrides ?? undefined);
    const description = await calls.describeHeaders(info.id);
    if (description === null) {
      throw new CrosslineError({ code: 'usage', detail: `${info.name} has no SEG-Y headers` });
    }
    const task: HeaderSurvey['task'] = async (run) => {
      requestId += 1;
      try {
        return await run({ requestId });
      } finally {
        progress.clear();
      }
    };
    return await use({ info, description, calls, task });
  } finally {
    progress.clear();
    terminal.interrupted.removeEventListener('abort', giveUp);
    await engine.close();
  }
}
