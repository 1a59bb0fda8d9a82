/**
 * What a call came to, as plain data. Errors do not survive every transport (Electron forwards only a message), so no
 * error ever crosses: a failure crosses as its fault and is thrown again on the other side.
 */
import { CrosslineError, faultOf, type CrosslineFault } from '../errors.ts';

export type Outcome = { readonly value: unknown } | { readonly fault: CrosslineFault };

export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await call() };
  } catch (thrown) {
    return { fault: faultOf(thrown) };
  }
}

/** @throws CrosslineError the fault of the other side; `internal` where what came is no outcome */
export function valueOf(outcome: unknown): unknown {
  if (typeof outcome === 'object' && outcome !== null) {
    if ('fault' in outcome) throw new CrosslineError(outcome.fault as CrosslineFault);
    // `undefined` has no key on wires that drop it, so an outcome without a fault is a value.
    return 'value' in outcome ? outcome.value : undefined;
  }
  throw new CrosslineError({ code: 'internal', detail: 'the answer to a call was not an outcome' });
}
