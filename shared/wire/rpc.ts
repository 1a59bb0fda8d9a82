/**
 * The contract over a transport, both ends. birpc pairs answers with calls; this file adds what it leaves open: only
 * the contract's own names can be called, faults cross as data, and a lost transport rejects what is pending.
 */
import { createBirpc } from 'birpc';
import type { EngineCalls, EngineEvents } from '../contract.ts';
import { CrosslineError, isCrosslineError } from '../errors.ts';
import { CALL_NAMES, EVENT_NAMES, type CallName, type EventName } from './call-names.ts';
import { channelOf } from './channel.ts';
import { outcomeOf, valueOf, type Outcome } from './outcome.ts';
import type { Transport } from './transport.ts';

type RemoteCalls = Record<CallName, (...parameters: unknown[]) => Promise<Outcome>>;
type RemoteEvents = Record<EventName, (data: unknown) => void>;
type AnyFunction = (...parameters: unknown[]) => unknown;

/** birpc's default of a minute would end the writing of a large sample. Who waits too long cancels. */
const NO_TIMEOUT = -1;

const functionNamed = (table: object, names: readonly string[], name: string): AnyFunction | undefined =>
  names.includes(name) ? (table as Record<string, AnyFunction>)[name] : undefined;

export interface EngineEnd {
  /** Tells the page. Does nothing once closed. */
  readonly events: EngineEvents;
  close(): void;
}

/** The engine's end. `close` closes the transport too. */
export function serveEngine(transport: Transport, calls: EngineCalls): EngineEnd {
  const rpc = createBirpc<RemoteEvents, Record<string, never>>(
    {},
    {
      ...channelOf(transport),
      eventNames: [...EVENT_NAMES],
      timeout: NO_TIMEOUT,
      resolver: (name) => {
        const call = functionNamed(calls, CALL_NAMES, name);
        return (...parameters: unknown[]) =>
          outcomeOf(async () => {
            if (call === undefined) throw new CrosslineError({ code: 'usage', detail: `There is no call ${name}` });
            return await call.apply(calls, parameters);
          });
      },
      // An answer that cannot be sent (the transport closed meanwhile) has no one left to be told.
      onGeneralError: () => true,
    },
  );
  const removeClose = transport.onClose(() => rpc.$close());
  const tell = (name: EventName) => (data: unknown) => {
    if (!rpc.$closed) void rpc.$callEvent(name, data).catch(() => undefined);
  };
  return {
    events: Object.fromEntries(EVENT_NAMES.map((name) => [name, tell(name)])) as unknown as EngineEvents,
    close: () => {
      removeClose();
      rpc.$close();
      transport.close();
    },
  };
}

export interface PageEnd {
  /** Every call rejects with `CrosslineError`; with `engine-lost` once the transport is closed. */
  readonly calls: EngineCalls;
  close(): void;
}

/** The page's end. `close` closes the transport too and rejects what is pending with `engine-lost`. */
export function connectEngine(transport: Transport, events: EngineEvents): PageEnd {
  const rpc = createBirpc<RemoteCalls, Record<string, never>>(
    {},
    {
      ...channelOf(transport),
      timeout: NO_TIMEOUT,
      resolver: (name) => functionNamed(events, EVENT_NAMES, name)?.bind(events),
    },
  );
  const end = (): void => rpc.$close(new CrosslineError({ code: 'engine-lost' }));
  const removeClose = transport.onClose(end);
  const isLost = (): boolean => rpc.$closed;
  const call =
    (name: CallName) =>
    async (...parameters: unknown[]): Promise<unknown> => {
      if (isLost()) throw new CrosslineError({ code: 'engine-lost' });
      let outcome: Outcome;
      try {
        outcome = await rpc.$call(name, ...parameters);
      } catch (thrown) {
        if (isCrosslineError(thrown)) throw thrown;
        if (isLost()) throw new CrosslineError({ code: 'engine-lost' }, { cause: thrown });
        throw new CrosslineError({ code: 'internal', detail: String(thrown) }, { cause: thrown });
      }
      return valueOf(outcome);
    };
  return {
    calls: Object.fromEntries(CALL_NAMES.map((name) => [name, call(name)])) as unknown as EngineCalls,
    close: () => {
      removeClose();
      end();
      transport.close();
    },
  };
}
