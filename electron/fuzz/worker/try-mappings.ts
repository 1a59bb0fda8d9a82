/** Goes through the ways to read a file that the engine offers. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { isCrosslineError } from '../../../shared/errors.ts';
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { checkSurveyInfo } from './check-survey-info.ts';
import { FuzzFailure } from './fuzz-failure.ts';
import { checkText, judgeNewLook, judgeRefusal, type Circumstances } from './judge-fault.ts';
import type { SurveyReader } from './read-survey.ts';

/** Previews are what takes time; the best and the next ones differ most. */
const MOST_PREVIEWS = 3;

/** @throws FuzzFailure */
export async function tryMappings(
  calls: EngineCalls,
  reader: SurveyReader,
  info: SurveyInfo,
  path: string,
  circumstances: Circumstances,
): Promise<void> {
  try {
    const proposals = await checkedProposals(calls, path);
    for (const { overrides } of proposals.slice(0, MOST_PREVIEWS)) {
      checkSurveyInfo((await calls.previewMapping(path, overrides)).info);
    }
    const last = proposals.at(-1);
    if (last === undefined) return;
    const remapped = await calls.remapSurvey(info.id, last.overrides);
    checkSurveyInfo(remapped);
    await reader.readAtOnce(remapped);
  } catch (thrown) {
    if (!isCrosslineError(thrown)) throw thrown;
    judgeNewLook('another mapping', thrown.fault, circumstances);
  }
}

/** Of a file that does not open by itself. @throws FuzzFailure */
export async function tryProposals(calls: EngineCalls, path: string, circumstances: Circumstances): Promise<void> {
  try {
    await checkedProposals(calls, path);
  } catch (thrown) {
    if (!isCrosslineError(thrown)) throw thrown;
    judgeRefusal(thrown.fault, circumstances);
  }
}

async function checkedProposals(calls: EngineCalls, path: string): Promise<readonly MappingProposal[]> {
  const proposals = await calls.proposeMappings(path);
  for (const proposal of proposals) checkProposal(proposal);
  return proposals;
}

function checkProposal({ score, reasons, traceCount }: MappingProposal): void {
  if (!(score >= 0 && score <= 1) || !(traceCount >= 0)) {
    throw new FuzzFailure('contradiction', `a mapping of score ${score} for ${traceCount} traces`);
  }
  for (const reason of reasons) checkText(reason);
}
