/** Opens a file as a page does, waits for its scan, reads all of it, and closes it. */
import { setTimeout as delay } from 'node:timers/promises';
import { CrosslineError, faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { ScanWatch } from '../../engine/scan-watch.ts';
import type { FuzzCase } from '../cases/fuzz-case.ts';
import { changeFile } from './change-file.ts';
import { checkSurveyInfo } from './check-survey-info.ts';
import { FuzzFailure } from './fuzz-failure.ts';
import type { EngineKind, FuzzHosts } from './fuzz-hosts.ts';
import { judgeNewLook, judgeRefusal, type Circumstances } from './judge-fault.ts';
import { SurveyReader } from './read-survey.ts';
import type { WaitingTimes } from './timed-calls.ts';
import { tryMappings, tryProposals } from './try-mappings.ts';

export type Visit =
  | { readonly kind: 'refused'; readonly fault: CrosslineFault }
  /** `digest` tells apart what was read. */
  | { readonly kind: 'open'; readonly info: SurveyInfo; readonly digest: number };

/** Between two looks whether a scan that the closing cancelled has ended. */
const LOOK_EVERY_MS = 2;

export interface VisitedHosts {
  readonly hosts: FuzzHosts;
  readonly times: WaitingTimes;
}

/** @throws FuzzFailure */
export async function visitSurvey(
  { hosts, times }: VisitedHosts,
  engine: EngineKind,
  path: string,
  fuzzCase: Pick<FuzzCase, 'overrides' | 'change' | 'isRemapped'>,
): Promise<Visit> {
  const { overrides, change } = fuzzCase;
  const hasOverrides = Object.keys(overrides).length > 0;
  const changed = { is: false };
  const circumstances = (): Circumstances => ({ hasOverrides, isChanged: changed.is });
  const changeAt = async (when: 'opening' | 'open' | 'reading'): Promise<void> => {
    if (change?.when !== when) return;
    changed.is = true;
    await changeFile(path, change);
  };

  const scan = new ScanWatch();
  const page = hosts.connect(engine, scan);
  const calls = times.timed(page.calls);
  const startMs = performance.now();
  try {
    const opening = calls.openSurvey(path, hasOverrides ? overrides : undefined);
    // Its outcome is looked at below; until then nobody waits for it.
    opening.catch(() => undefined);
    await changeAt('opening');
    let info: SurveyInfo;
    try {
      info = await opening;
    } catch (thrown) {
      const fault = faultOf(thrown);
      judgeRefusal(fault, circumstances());
      if (fuzzCase.isRemapped && fault.code !== 'not-hdf5') await tryProposals(calls, path, circumstances());
      return { kind: 'refused', fault };
    }
    checkSurveyInfo(info);
    const scanned = change === null ? await scanOf(scan, info, circumstances()) : info;
    times.end(startMs);
    await changeAt('open');
    const reader = new SurveyReader(calls, circumstances);
    if (change?.when === 'reading') await Promise.all([reader.readAtOnce(info), changeAt('reading')]);
    const latest = change === null ? scanned : await scanOf(scan, info, circumstances());
    const digest = await reader.readAll(latest);
    // What is no SEG-Y has no mapping.
    if (fuzzCase.isRemapped && latest.mapping !== null) {
      await tryMappings(calls, reader, latest, path, circumstances());
    }
    if (changed.is) await openAgain(calls.openSurvey(path), circumstances());
    await calls.closeSurvey(info.id);
    while ((await calls.listJobs()).length > 0) await delay(LOOK_EVERY_MS);
    return { kind: 'open', info: latest, digest };
  } finally {
    page.close();
  }
}

/** What the survey turns out to be; as it was, where its file changed under the scan. */
async function scanOf(scan: ScanWatch, opened: SurveyInfo, circumstances: Circumstances): Promise<SurveyInfo> {
  try {
    const info = await scan.finished(opened);
    checkSurveyInfo(info);
    return info;
  } catch (thrown) {
    if (thrown instanceof FuzzFailure) throw thrown;
    judgeNewLook('the scan', faultOf(thrown), circumstances);
    return opened;
  }
}

/** As a user does with a survey whose file has changed. */
async function openAgain(opening: Promise<SurveyInfo>, circumstances: Circumstances): Promise<void> {
  try {
    checkSurveyInfo(await opening);
  } catch (thrown) {
    if (!(thrown instanceof CrosslineError)) throw thrown;
    judgeRefusal(thrown.fault, circumstances);
  }
}
