/** The messages of an object header, version 1 and 2 (specification IV.A), with its continuation blocks. */
import type { BlockReader, MetadataReader } from './metadata-reader.ts';

export interface HeaderMessage {
  readonly type: number;
  readonly flags: number;
  readonly body: BlockReader;
}

const CONTINUATION = 0x10;
/** Far beyond any real header; each block is read once. */
const MOST_BLOCKS = 1000;

/** @throws CrosslineError not-hdf5 */
export async function readObjectHeader(reader: MetadataReader, address: number): Promise<readonly HeaderMessage[]> {
  const start = await reader.block(address, Math.min(16, reader.file.bytes - reader.baseAddress - address));
  return start.bytes[0] === 0x4f ? await readVersion2(reader, address) : await readVersion1(reader, address);
}

async function readVersion1(reader: MetadataReader, address: number): Promise<HeaderMessage[]> {
  const prefix = await reader.block(address, 16);
  if (prefix.u8() !== 1) throw reader.damaged(`there is no object header at ${address}`);
  prefix.skip(1 + 2 + 4);
  const bytes = prefix.u32();
  const read = (block: BlockReader): HeaderMessage => {
    const type = block.u16();
    const size = block.u16();
    const flags = block.u8();
    block.skip(3);
    return { type, flags, body: block.part(size) };
  };
  return await readBlocks(reader, { address: address + 16, bytes }, { prefixBytes: 8, read });
}

async function readVersion2(reader: MetadataReader, address: number): Promise<HeaderMessage[]> {
  const most = Math.min(6 + 16 + 4 + 8, reader.file.bytes - reader.baseAddress - address);
  const prefix = await reader.block(address, most);
  if (prefix.ascii(4) !== 'OHDR' || prefix.u8() !== 2) throw reader.damaged(`there is no object header at ${address}`);
  const flags = prefix.u8();
  if ((flags & 0x20) !== 0) prefix.skip(16);
  if ((flags & 0x10) !== 0) prefix.skip(4);
  const bytes = prefix.sized(2 ** (flags & 3));
  const hasOrder = (flags & 0x04) !== 0;
  const read = (block: BlockReader): HeaderMessage => {
    const type = block.u8();
    const size = block.u16();
    const messageFlags = block.u8();
    if (hasOrder) block.skip(2);
    return { type, flags: messageFlags, body: block.part(size) };
  };
  const prefixBytes = hasOrder ? 6 : 4;
  return await readBlocks(reader, { address: address + prefix.position, bytes }, { prefixBytes, read });
}

interface Stretch {
  readonly address: number;
  readonly bytes: number;
}

/** What stands before a message's body; less than that is a gap at the end of a block. */
interface MessageReader {
  readonly prefixBytes: number;
  read(block: BlockReader): HeaderMessage;
}

async function readBlocks(
  reader: MetadataReader,
  first: Stretch,
  messageReader: MessageReader,
): Promise<HeaderMessage[]> {
  const messages: HeaderMessage[] = [];
  const stretches = [first];
  for (let i = 0; i < stretches.length; i += 1) {
    if (i > MOST_BLOCKS) throw reader.damaged('an object header does not end');
    const block = await reader.block(stretches[i]!.address, stretches[i]!.bytes);
    // Of version 2, further blocks have a signature before their messages and a checksum behind.
    const isSigned = i > 0 && String.fromCharCode(...block.bytes.subarray(0, 4)) === 'OCHK';
    if (isSigned) block.skip(4);
    const checksumBytes = isSigned ? 4 : 0;
    while (block.left - checksumBytes >= messageReader.prefixBytes) {
      const message = messageReader.read(block);
      if (message.type !== CONTINUATION) {
        messages.push(message);
        continue;
      }
      const address = message.body.address();
      const bytes = message.body.length();
      if (address !== null) stretches.push({ address, bytes });
    }
  }
  return messages;
}
