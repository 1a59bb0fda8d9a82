/** Opens again what was open before the engine was lost. A restarted engine knows no survey and gives new ids. */
import type { EngineCalls } from '../../shared/contract.ts';
import { faultOf, type CrosslineFault } from '../../shared/errors.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';

export interface Reopened {
  /** The id before the loss. */
  readonly earlierId: SurveyId;
  readonly outcome: { readonly info: SurveyInfo } | { readonly fault: CrosslineFault };
}

/** One after another, in the given order; a survey that cannot be opened does not stop the others. */
export async function reopenSurveys(
  calls: Pick<EngineCalls, 'openSurvey'>,
  surveys: readonly {
    readonly id: SurveyId;
    readonly openedFrom: string;
    readonly overrides: MappingOverrides | null;
  }[],
): Promise<Reopened[]> {
  const reopened: Reopened[] = [];
  for (const { id, openedFrom, overrides } of surveys) {
    try {
      reopened.push({ earlierId: id, outcome: { info: await calls.openSurvey(openedFrom, overrides ?? undefined) } });
    } catch (thrown) {
      reopened.push({ earlierId: id, outcome: { fault: faultOf(thrown) } });
    }
  }
  return reopened;
}
