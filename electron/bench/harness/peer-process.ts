/** A peer in a Python process that takes and answers one JSON line at a time, so that its rounds can take turns with ours. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CrosslineError } from '../../../shared/errors.ts';

export interface PeerProcess {
  /** E.g. "segyio 1.8.3, mmap". */
  readonly name: string;
  readonly pid: number;
  /** Milliseconds of one call an argument. */
  timeCalls(caseName: string, callArguments: readonly number[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/**
 * Starts `script` with `parameters`. Its first line is `{"name": ...}`; each request `{"case", "arguments"}` is answered
 * by `{"ms": [...]}`. It ends when its input does.
 * @throws CrosslineError job-failed with the script's last words where it ends or answers otherwise
 */
export async function startPeer(python: string, script: string, parameters: readonly string[]): Promise<PeerProcess> {
  const child = spawn(python, ['-u', script, ...parameters], { stdio: ['pipe', 'pipe', 'pipe'] });
  const failed = once(child, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => undefined);
  // A peer that died while a request was written to it is reported by its missing answer.
  child.stdin.on('error', () => undefined);
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (lastWords = (lastWords + text).slice(-2000)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  const readAnswer = async (): Promise<Record<string, unknown>> => {
    const line = await Promise.race([lines.next(), failed]);
    if (line.done !== true) return JSON.parse(line.value) as Record<string, unknown>;
    const detail = lastWords.trim().split('\n').at(-1) ?? 'it ended without a word';
    throw new CrosslineError({ code: 'job-failed', job: 'The peer', detail });
  };

  const { name } = await readAnswer();
  return {
    name: String(name),
    // It has answered, so it was started.
    pid: child.pid!,
    async timeCalls(caseName, callArguments) {
      child.stdin.write(`${JSON.stringify({ case: caseName, arguments: callArguments })}\n`);
      const { ms } = await readAnswer();
      if (!Array.isArray(ms) || ms.length !== callArguments.length) {
        throw new CrosslineError({ code: 'job-failed', job: 'The peer', detail: `it did not time "${caseName}"` });
      }
      return ms as number[];
    },
    async close() {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
      child.stdin.end();
      await ended;
    },
  };
}
