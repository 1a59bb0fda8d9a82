/** Asks an open survey for everything that the page can ask it for. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import {
  NO_DECIMATION,
  planeCounts,
  planeKey,
  planeShape,
  type SliceReply,
  type SliceRequest,
} from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { FuzzFailure } from './fuzz-failure.ts';
import { judgeImpossible, judgeRead, type Circumstances } from './judge-fault.ts';
import { planesBeyond, planesToRead, type PlaneToRead } from './planes-to-read.ts';
import { readHeaders } from './read-headers.ts';
import { readLines } from './read-lines.ts';
import { samplesToRead } from './samples-to-read.ts';
import { samplesDigest } from './samples-digest.ts';

/** A scan that ends meanwhile makes a request stale; the page asks again, and so do we, not for ever. */
const MOST_ATTEMPTS = 3;

export class SurveyReader {
  readonly #calls: EngineCalls;
  readonly #circumstances: () => Circumstances;
  #requestCount = 0;

  constructor(calls: EngineCalls, circumstances: () => Circumstances) {
    this.#calls = calls;
    this.#circumstances = circumstances;
  }

  /** @returns a number that tells apart what was read. @throws FuzzFailure */
  async readAll(info: SurveyInfo): Promise<number> {
    let digest: number | undefined;
    for (const plane of planesToRead(info)) {
      const reply = await this.#slice(info, plane);
      if (reply !== null) digest = samplesDigest(reply.view.data, digest);
    }
    await this.#judged('statistics', this.#calls.readStatistics(info.id));
    await this.#judged('headers', readHeaders(this.#calls, info));
    await this.#judged('lines', readLines(this.#calls, info));
    for (const place of samplesToRead(info)) {
      await this.#judged('a sample', this.#calls.readExactSample({ surveyId: info.id, place }));
    }
    for (const plane of planesBeyond(info)) {
      const what = `${plane.orientation} ${plane.index} beyond the survey`;
      judgeImpossible(what, await faultFrom(this.#request(info, { plane, decimation: NO_DECIMATION })), this.#now);
    }
    return digest ?? 0;
  }

  /** Asks for everything at once and for nothing else until all of it is answered. */
  async readAtOnce(info: SurveyInfo): Promise<void> {
    await Promise.all(planesToRead(info).map((plane) => this.#slice(info, plane)));
  }

  get #now(): Circumstances {
    return this.#circumstances();
  }

  async #slice(info: SurveyInfo, plane: PlaneToRead): Promise<SliceReply | null> {
    const what = `${plane.plane.orientation} ${plane.plane.index} by ${plane.decimation.rows}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const reply = await this.#request(info, plane);
        checkReply(what, info, plane, reply);
        return reply;
      } catch (thrown) {
        if (thrown instanceof FuzzFailure) throw thrown;
        const fault = faultOf(thrown);
        if (fault.code === 'superseded' && attempt < MOST_ATTEMPTS) continue;
        judgeRead(what, fault, this.#now);
        return null;
      }
    }
  }

  async #request(info: SurveyInfo, { plane, decimation }: PlaneToRead): Promise<SliceReply> {
    this.#requestCount += 1;
    const requestId = this.#requestCount;
    const stream = `${planeKey(plane)} ${decimation.rows}`;
    const request: SliceRequest = { requestId, surveyId: info.id, plane, decimation, stream };
    const reply = await this.#calls.readSlice(request);
    await this.#calls.acknowledgeSlice(requestId);
    return reply;
  }

  async #judged(what: string, answer: Promise<unknown>): Promise<void> {
    try {
      await answer;
    } catch (thrown) {
      if (thrown instanceof FuzzFailure) throw thrown;
      judgeRead(what, faultOf(thrown), this.#now);
    }
  }
}

function checkReply(what: string, info: SurveyInfo, { plane, decimation }: PlaneToRead, reply: SliceReply): void {
  const [rows, columns] = planeShape(plane, planeCounts(info), decimation);
  const { shape, data } = reply.view;
  if (shape[0] === rows && shape[1] === columns && data.length === rows * columns) return;
  throw new FuzzFailure('contradiction', `${what} has ${shape.join(' x ')} samples instead of ${rows} x ${columns}`);
}

const faultFrom = (answer: Promise<unknown>): Promise<CrosslineFault | null> =>
  answer.then(
    () => null,
    (thrown: unknown) => faultOf(thrown),
  );
