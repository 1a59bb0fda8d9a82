/**
 * What a slice costs from engine to page in each transport: from the message's start to the decoded reply at the other
 * end, both ends in this one process, so neither rendering nor a network is in it.
 */
import { Encoder } from 'cbor-x';
import type { SliceReply } from '../../../shared/slices.ts';
import { decodeFrame, encodeFrame } from '../../../shared/wire/frame.ts';
import { createMemoryPair } from '../../../shared/wire/memory-transport.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { Sink } from '../harness/sink.ts';
import { exampleReply } from './example-reply.ts';
import { openPortPipe } from './port-pipe.ts';
import { openSocketPipe } from './socket-pipe.ts';

/** Sends a reply and resolves with what arrived. */
export interface Pipe {
  carry(reply: SliceReply): Promise<unknown>;
  close(): Promise<void>;
}

const ROWS = 500;
const COLUMNS = 1000;

export const wireGroup: BenchGroup = {
  name: 'wire',
  description: `a slice of ${ROWS} x ${COLUMNS} from engine to page in each transport`,
  needsFile: false,
  peer: null,
  async prepare() {
    const cbor = new Encoder({ useRecords: false });
    const pipes: readonly (readonly [string, Pipe])[] = [
      ['memory (structured clone)', memoryPipe()],
      ['message port (structured clone)', openPortPipe()],
      ['WebSocket, frames', await openSocketPipe({ encode: encodeFrame, decode: decodeFrame })],
      [
        'WebSocket, plain CBOR',
        await openSocketPipe({
          encode: (reply) => cbor.encode(reply),
          decode: (bytes) => cbor.decode(new Uint8Array(bytes)) as unknown,
        }),
      ],
    ];
    return {
      cases: pipes.map(([name, pipe]) => pipeCase(name, pipe)),
      notes: () => ['Both ends run in one process; a page adds its own work to these.'],
      close: async () => {
        for (const [, pipe] of pipes) await pipe.close();
      },
    };
  },
};

function pipeCase(name: string, pipe: Pipe): BenchCase {
  const reply = exampleReply(ROWS, COLUMNS);
  const sink = new Sink<unknown>();
  return {
    name,
    callsPerRound: 5,
    drawArgument: (random) => random(ROWS * COLUMNS),
    peer: null,
    async ours(callArguments) {
      const times: number[] = [];
      for (const index of callArguments) {
        // So that no two messages are alike.
        reply.view.data[index]! += 1;
        const started = performance.now();
        const arrived = await pipe.carry(reply);
        times.push(performance.now() - started);
        sink.keep(arrived);
      }
      return times;
    },
  };
}

function memoryPipe(): Pipe {
  const [engineEnd, pageEnd] = createMemoryPair();
  return {
    carry: (reply) =>
      new Promise((resolve) => {
        const remove = pageEnd.onMessage((message) => {
          remove();
          resolve(message);
        });
        engineEnd.send(reply);
      }),
    close: () => {
      engineEnd.close();
      return Promise.resolve();
    },
  };
}
