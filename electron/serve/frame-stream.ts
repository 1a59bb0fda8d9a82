/**
 * Large frames go to a page in one long HTTP answer beside its socket, because Chromium takes 12 times as long for a
 * message of 2 MB from a socket as for 2 MB of an answer that it reads into memory of its own (README). The page asks for
 * the stream under a name that it made up, then opens its socket under the same name. A page without a stream gets
 * every frame through its socket.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSameToken } from './access-token.ts';
import { isOwnOrigin } from './origin-check.ts';

/** Of the six connections that browsers open to one host, so that further pages of this host still load. */
const MOST_STREAMS = 4;
/** A page opens its socket as soon as it has its stream. */
const UNCLAIMED_MS = 10_000;

export interface FrameStream {
  /** @param onTaken the frame's memory may be used again */
  write(frame: Uint8Array, onTaken: () => void): void;
  onClose(listener: () => void): void;
  end(): void;
}

export class FrameStreams {
  readonly #token: string;
  readonly #unclaimed = new Map<string, FrameStream>();
  #open = 0;

  constructor(token: string) {
    this.#token = token;
  }

  /** Answers `GET /frames?token=...&stream=NAME`; 204 where there is no stream to be had. */
  answer({ url, headers }: IncomingMessage, response: ServerResponse): void {
    const { searchParams } = new URL(url ?? '/', 'http://localhost');
    const name = searchParams.get('stream');
    if (!isOwnOrigin(headers.origin, headers.host)) end(response, 403);
    else if (!isSameToken(this.#token, searchParams.get('token'))) end(response, 401);
    else if (name === null || this.#unclaimed.has(name) || this.#open >= MOST_STREAMS) end(response, 204);
    else this.#start(name, response);
  }

  /** The stream of that name, for the one socket that comes under it. */
  claim(name: string | null): FrameStream | null {
    const stream = name === null ? undefined : this.#unclaimed.get(name);
    if (name === null || stream === undefined) return null;
    this.#unclaimed.delete(name);
    return stream;
  }

  #start(name: string, response: ServerResponse): void {
    this.#open += 1;
    const stream: FrameStream = {
      write: (frame, onTaken) => void response.write(frame, () => onTaken()),
      onClose: (listener) => void response.once('close', listener),
      end: () => response.end(),
    };
    this.#unclaimed.set(name, stream);
    const timer = setTimeout(() => {
      if (this.#unclaimed.get(name) === stream) stream.end();
    }, UNCLAIMED_MS);
    response.once('close', () => {
      clearTimeout(timer);
      this.#open -= 1;
      if (this.#unclaimed.get(name) === stream) this.#unclaimed.delete(name);
    });
    response.socket?.setNoDelay(true);
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    response.flushHeaders();
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}
