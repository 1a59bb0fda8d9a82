/** The WebSocket at `/engine`: checked before it opens, then handed to the engine as a transport. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Transport } from '../../shared/wire/transport.ts';
import { isSameToken } from './access-token.ts';
import type { FrameStreams } from './frame-stream.ts';
import { isOwnOrigin } from './origin-check.ts';
import { createSocketTransport } from './socket-transport.ts';

/** Calls are small: the longest is a list of planes to prefetch. */
const MAX_INBOUND_BYTES = 256 * 1024;

const LOCAL = 'http://localhost';

export interface EngineSocketOptions {
  readonly token: string;
  readonly streams: FrameStreams;
  readonly onClient: (transport: Transport) => void;
}

/** @returns ends every connection and takes no more */
export function serveEngineSocket(server: Server, { token, streams, onClient }: EngineSocketOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_INBOUND_BYTES, perMessageDeflate: false });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Until the socket is the WebSocket's nobody else listens, and a client that resets the connection must not end us.
    const ignoreReset = (): void => undefined;
    socket.on('error', ignoreReset);
    const refusal = refusalOf(request, token);
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    socket.off('error', ignoreReset);
    const stream = streams.claim(new URL(request.url ?? '/', LOCAL).searchParams.get('stream'));
    sockets.handleUpgrade(request, socket, head, (webSocket) => onClient(createSocketTransport(webSocket, stream)));
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

function refusalOf({ url, headers }: IncomingMessage, token: string): string | null {
  // Any page of any site can ask for "//", which is no address.
  if (!URL.canParse(url ?? '/', LOCAL)) return '400 Bad Request';
  const { pathname, searchParams } = new URL(url ?? '/', LOCAL);
  if (pathname !== '/engine') return '404 Not Found';
  if (!isOwnOrigin(headers.origin, headers.host)) return '403 Forbidden';
  return isSameToken(token, searchParams.get('token')) ? null : '401 Unauthorized';
}
