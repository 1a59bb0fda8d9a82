/**
 * The page's line to the engine: `connecting` until the engine has said hello, `ready` while the transport lives, `lost`
 * between attempts. It reconnects by itself for ever; what was open is opened again by its owner (`reopen.ts`).
 */
import { PROTOCOL_VERSION, type EngineCalls, type EngineEvents, type EngineHello } from '../../shared/contract.ts';
import { CrosslineError, faultOf, type CrosslineFault } from '../../shared/errors.ts';
import { connectEngine, type PageEnd } from '../../shared/wire/rpc.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';

export type ConnectionState =
  | { readonly status: 'connecting' }
  | { readonly status: 'ready'; readonly calls: EngineCalls; readonly hello: EngineHello }
  /** `retryAtMs` is on the connection's clock. */
  | { readonly status: 'lost'; readonly fault: CrosslineFault; readonly attempt: number; readonly retryAtMs: number };

export interface ConnectionOptions {
  /** Makes a new transport; rejects where the engine cannot be reached. */
  openTransport(): Promise<Transport>;
  readonly events: EngineEvents;
  readonly clock: Clock;
  onState(state: ConnectionState): void;
}

export class EngineConnection {
  readonly #options: ConnectionOptions;
  #end: PageEnd | null = null;
  #attempt = 0;
  #cancelRetry: () => void = () => undefined;
  /** Counts attempts for ever, so that the answer of an abandoned one is recognised. */
  #generation = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Connects now; during `lost` this is the user's "try again now". */
  connect(): void {
    this.#cancelRetry();
    this.#generation += 1;
    this.#dropEnd();
    this.#options.onState({ status: 'connecting' });
    void this.#attemptOnce(this.#generation);
  }

  close(): void {
    this.#generation += 1;
    this.#cancelRetry();
    this.#dropEnd();
  }

  async #attemptOnce(generation: number): Promise<void> {
    let transport: Transport | null = null;
    try {
      transport = await this.#options.openTransport();
      if (generation !== this.#generation) {
        transport.close();
        return;
      }
      const end = connectEngine(transport, this.#options.events);
      this.#end = end;
      transport.onClose(() => this.#lose(generation, { code: 'engine-lost' }));
      const hello = await end.calls.hello();
      if (generation !== this.#generation) return;
      if (hello.protocolVersion !== PROTOCOL_VERSION) throw versionMismatch(hello);
      this.#attempt = 0;
      this.#options.onState({ status: 'ready', calls: end.calls, hello });
    } catch (thrown) {
      this.#lose(generation, faultOf(thrown));
    }
  }

  #lose(generation: number, fault: CrosslineFault): void {
    if (generation !== this.#generation) return;
    this.#generation += 1;
    this.#dropEnd();
    const delayMs = backoffMs(this.#attempt);
    this.#attempt += 1;
    const { clock } = this.#options;
    this.#options.onState({ status: 'lost', fault, attempt: this.#attempt, retryAtMs: clock.now() + delayMs });
    this.#cancelRetry = clock.after(delayMs, () => this.connect());
  }

  #dropEnd(): void {
    const end = this.#end;
    this.#end = null;
    end?.close();
  }
}

const versionMismatch = (hello: EngineHello): CrosslineError =>
  new CrosslineError({
    code: 'usage',
    detail: `The engine speaks protocol ${hello.protocolVersion} and this page ${PROTOCOL_VERSION}: load the page again`,
  });
