/** The WebSocket at `/engine`: checked before it opens, then handed to the engine as a transport. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Transport } from '../../shared/wire/transport.ts';
import { isSameToken } from './access-token.ts';
import { isOwnOrigin } from './origin-check.ts';
import { createSocketTransport } from './socket-transport.ts';

/** Calls are small: the longest is a list of planes to prefetch. */
const MAX_INBOUND_BYTES = 256 * 1024;

export interface EngineSocketOptions {
  readonly token: string;
  readonly onClient: (transport: Transport) => void;
}

/** @returns ends every connection and takes no more */
export function serveEngineSocket(server: Server, { token, onClient }: EngineSocketOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_INBOUND_BYTES, perMessageDeflate: false });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const refusal = refusalOf(request, token);
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => onClient(createSocketTransport(webSocket)));
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

function refusalOf({ url, headers }: IncomingMessage, token: string): string | null {
  const { pathname, searchParams } = new URL(url ?? '/', 'http://localhost');
  if (pathname !== '/engine') return '404 Not Found';
  if (!isOwnOrigin(headers.origin, headers.host)) return '403 Forbidden';
  return isSameToken(token, searchParams.get('token')) ? null : '401 Unauthorized';
}
