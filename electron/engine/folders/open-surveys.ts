import type { OpenOutcome } from '../../../shared/contract.ts';
import { CrosslineError, faultOf } from '../../../shared/errors.ts';
import type { SurveyRegistry } from '../survey-registry.ts';

/** While one waits for the disk or for the addon's threads, the next is opened; pictures are read in between. */
const OPENED_AT_A_TIME = 4;
/** As many as a folder is looked through for (`MOST_FILES`). */
const MOST_PATHS = 10_000;

/** @throws CrosslineError usage */
export async function openSurveys(registry: SurveyRegistry, paths: readonly string[]): Promise<OpenOutcome[]> {
  if (paths.length > MOST_PATHS) {
    throw new CrosslineError({ code: 'usage', detail: `At most ${MOST_PATHS} surveys are opened by one call` });
  }
  const outcomes: OpenOutcome[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < paths.length) {
      const index = next;
      next += 1;
      outcomes[index] = await openOne(registry, paths[index]!);
    }
  };
  await Promise.all(Array.from({ length: OPENED_AT_A_TIME }, lane));
  return outcomes;
}

async function openOne(registry: SurveyRegistry, path: string): Promise<OpenOutcome> {
  try {
    return { info: (await registry.open(path, null)).source.info };
  } catch (thrown) {
    return { fault: faultOf(thrown) };
  }
}
