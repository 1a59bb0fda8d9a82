/** The contract's calls as they are answered over a wire. */
import type { EngineCalls } from '../../shared/contract.ts';
import { compactData, compactView, type SliceReply } from '../../shared/slices.ts';

export const wireCalls = (calls: EngineCalls): EngineCalls => ({
  ...calls,
  readSlice: async (request) => {
    const arrivedMs = performance.now();
    return wireReply(await calls.readSlice(request), arrivedMs);
  },
});

/**
 * Compact, with times that run until the message is made: `encodeMs` and `engineMs` are getters, read by whatever
 * encodes the message (structured clone in property order, frames by their header), which is after the samples' copy.
 * @param arrivedMs `performance.now()` when the request arrived
 */
export function wireReply(reply: SliceReply, arrivedMs: number): SliceReply {
  const encodeStartMs = performance.now();
  const [rows, columns] = reply.view.shape;
  const { requestId, surveyId, plane, decimation, traceStatus, timing } = reply;
  return {
    requestId,
    surveyId,
    plane,
    decimation,
    view: compactView(compactData(reply.view), rows, columns),
    traceStatus,
    timing: {
      ...timing,
      get encodeMs() {
        return performance.now() - encodeStartMs;
      },
      get engineMs() {
        return performance.now() - arrivedMs;
      },
    },
  };
}
