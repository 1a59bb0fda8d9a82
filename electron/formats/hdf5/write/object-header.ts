/** Version 2 object headers (specification IV.A.1.b): all messages in one block. */
import { CrosslineError } from '../../../../shared/errors.ts';
import { ByteWriter } from './byte-writer.ts';
import { lookup3 } from './lookup3.ts';
import type { Message } from './messages.ts';

/** The block's size in 4 bytes; no times, no creation order. */
const SIZE_IN_FOUR_BYTES = 0x02;
/** The library's own limit, since a message's size has two bytes. */
const MOST_MESSAGE_BYTES = 65_535;

export function encodeObjectHeader(messages: readonly Message[]): Uint8Array {
  const body = new ByteWriter();
  for (const { type, body: message } of messages) {
    if (message.length > MOST_MESSAGE_BYTES) {
      throw new CrosslineError({ code: 'internal', detail: `an HDF5 message of ${message.length} bytes` });
    }
    body.u8(type).u16(message.length).u8(0).raw(message);
  }
  const header = new ByteWriter().ascii('OHDR').u8(2, SIZE_IN_FOUR_BYTES).u32(body.length).raw(body.bytes());
  return header.u32(lookup3(header.bytes())).bytes();
}
