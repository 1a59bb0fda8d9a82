/** The engine behind a local HTTP server: what the engine process runs, and what tests run without one. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEngine } from '../engine/create-engine.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { serveEngineSocket } from './engine-socket.ts';
import { FrameStreams } from './frame-stream.ts';
import { answerPageRequest } from './page-server.ts';

/** This machine only. Another reaches it through a tunnel of its user's own, such as `ssh -L`. */
const ADDRESS = '127.0.0.1';

export interface EngineHostOptions extends Omit<EngineOptions, 'host'> {
  /** 0 for any free port. */
  readonly port: number;
  readonly token: string;
  /** The built page. */
  readonly pageFolder: string;
}

export interface EngineHost {
  readonly port: number;
  close(): Promise<void>;
}

/** Rejects with Node's error (`EADDRINUSE`, `EACCES`) where it may not listen on the port. */
export async function startEngineHost({ port, token, pageFolder, ...rest }: EngineHostOptions): Promise<EngineHost> {
  const streams = new FrameStreams(token);
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url?.startsWith('/frames?') === true) {
      streams.answer(request, response);
      return;
    }
    answerPageRequest(pageFolder, request, response).catch(() => response.destroy());
  });
  server.listen(port, ADDRESS);
  await once(server, 'listening');
  const engine = createEngine({ ...rest, host: 'browser' });
  const endSockets = serveEngineSocket(server, { token, streams, onClient: (transport) => engine.connect(transport) });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      endSockets();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}
