import { CrosslineError } from '../../../shared/errors.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import type { BenchEngine } from '../read/bench-engine.ts';

/** Each call opens and closes the file. */
const MOST_ROUNDS = 60;

/**
 * From asking for a survey whose scan was kept until its geometry, of all headers, is known. The peer keeps nothing: what
 * it does instead is its usual opening, which looks at a few headers.
 * @param engine has scanned the file once
 */
export const reopenCase = (file: string, engine: BenchEngine, peer: PeerProcess | null): BenchCase => ({
  name: 'reopen',
  callsPerRound: 1,
  mostRounds: MOST_ROUNDS,
  drawArgument: () => 0,
  async ours(rounds) {
    const times: number[] = [];
    while (times.length < rounds.length) {
      const started = performance.now();
      const { id, geometryState } = await engine.calls.openSurvey(file);
      times.push(performance.now() - started);
      if (geometryState === 'sampled') {
        throw new CrosslineError({ code: 'job-failed', job: 'The benchmark', detail: 'the scan was not kept' });
      }
      await engine.calls.closeSurvey(id);
    }
    return times;
  },
  peer: peer && ((rounds) => peer.timeCalls('open', rounds)),
});
