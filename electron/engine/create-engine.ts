/**
 * The engine: everything behind the contract, in plain Node. Hosts give it transports; commands and benchmarks use it in
 * their own process.
 */
import type { EngineCalls, EngineEvents, RequestedSurvey } from '../../shared/contract.ts';
import { serveEngine } from '../../shared/wire/rpc.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { createClientCalls } from './client-calls.ts';
import { ClientEvents, type OwnEvents } from './client-events.ts';
import { createParts } from './create-parts.ts';
import type { EngineOptions } from './engine-options.ts';
import { HeaderDesk } from './headers/header-desk.ts';
import { wireCalls } from './wire-reply.ts';

/** Frames in a socket cannot be taken back, so no more pictures than this are under way to a page. */
const MAX_PICTURES_ON_WIRE = 2;

type FolderCalls = Pick<EngineCalls, 'examineFolder'>;

export interface LocalClient {
  /**
   * In this process: views are over the engine's own buffers and stay unchanged until `acknowledgeSlice` of their
   * request (which lets the buffer be used again) or `close`. There is no limit to what is unacknowledged.
   */
  readonly calls: EngineCalls;
  close(): void;
}

export interface Engine {
  /** Serves a page until its transport closes. */
  connect(transport: Transport): void;
  /** A client in this process, without a wire. */
  attachLocal(events?: Partial<EngineEvents>): LocalClient;
  /** Asks the pages to open a file that the host was given while it runs. */
  requestOpen(requested: RequestedSurvey): void;
  /** Disconnects every client, ends every job, closes every survey. */
  close(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const events = new ClientEvents();
  const parts = createParts(options, events);
  const { registry, jobs, hdf5, scheduler, cache, pool, recent } = parts;
  const disconnects = new Set<() => void>();

  /** @param own what the client alone is told */
  const attach = (maxOnTheWay: number, own: () => Partial<OwnEvents>): LocalClient => {
    const client = scheduler.addClient(maxOnTheWay);
    const headers = new HeaderDesk(registry, (progress) => own().headerProgress?.(progress));
    const leaving = new AbortController();
    const { signal } = leaving;
    const folders: FolderCalls = {
      examineFolder: (request) =>
        parts.folderExaminer.examine(request, (progress) => own().folderProgress?.(progress), signal),
    };
    return {
      calls: createClientCalls(parts, client, { ...headers.calls, ...folders }),
      close: () => {
        scheduler.removeClient(client);
        headers.close();
        leaving.abort();
      },
    };
  };

  const connect = (transport: Transport): void => {
    const client = attach(MAX_PICTURES_ON_WIRE, () => end.events);
    const end = serveEngine(transport, wireCalls(client.calls));
    events.add(end.events);
    const disconnect = (): void => {
      if (!disconnects.delete(disconnect)) return;
      events.remove(end.events);
      client.close();
      end.close();
    };
    disconnects.add(disconnect);
    transport.onClose(disconnect);
  };

  const attachLocal = (clientEvents: Partial<EngineEvents> = {}): LocalClient => {
    const client = attach(Infinity, () => clientEvents);
    events.add(clientEvents);
    const disconnect = (): void => {
      if (!disconnects.delete(disconnect)) return;
      events.remove(clientEvents);
      client.close();
    };
    disconnects.add(disconnect);
    return { calls: client.calls, close: disconnect };
  };

  return {
    connect,
    attachLocal,
    requestOpen: events.openRequested,
    close: async () => {
      for (const disconnect of [...disconnects]) disconnect();
      parts.cubeFiles.close();
      await jobs.close();
      await registry.closeAll();
      await hdf5.close();
      await recent.settled();
      cache.clear();
      pool.clear();
    },
  };
}
