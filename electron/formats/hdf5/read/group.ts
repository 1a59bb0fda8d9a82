/** The links of a group: in its header, or of older files in a B-tree with a heap of names (specification III.A to III.D). */
import type { MetadataReader } from './metadata-reader.ts';
import type { HeaderMessage } from './object-header.ts';

const LINK_INFO = 0x02;
const LINK = 0x06;
const SYMBOL_TABLE = 0x11;

export interface GroupLinks {
  /** Object header addresses by name; only hard links. */
  readonly links: ReadonlyMap<string, number>;
  /** Links lie in a structure that is not read here. */
  readonly isIncomplete: boolean;
}

/** @returns null where the header is no group's */
export async function readLinks(
  messages: readonly HeaderMessage[],
  reader: MetadataReader,
): Promise<GroupLinks | null> {
  const table = messages.find(({ type }) => type === SYMBOL_TABLE);
  if (table !== undefined) return { links: await readSymbolTable(table, reader), isIncomplete: false };
  const info = messages.find(({ type }) => type === LINK_INFO);
  const direct = messages.filter(({ type }) => type === LINK);
  if (info === undefined && direct.length === 0) return null;
  const links = new Map<string, number>();
  for (const { body } of direct) {
    body.skip(1);
    const flags = body.u8();
    const linkType = (flags & 0x08) === 0 ? 0 : body.u8();
    if ((flags & 0x04) !== 0) body.skip(8);
    if ((flags & 0x10) !== 0) body.skip(1);
    const name = new TextDecoder().decode(body.raw(body.sized(2 ** (flags & 3))));
    const address = linkType === 0 ? body.address() : null;
    if (address !== null) links.set(name, address);
  }
  return { links, isIncomplete: info !== undefined && isInHeap(info) };
}

/** A fractal heap holds the links of large groups. */
function isInHeap({ body }: HeaderMessage): boolean {
  body.skip(1);
  const flags = body.u8();
  if ((flags & 1) !== 0) body.skip(8);
  return body.address() !== null;
}

/** Nodes of one table; a real one has a few. */
const MOST_NODES = 10_000;

async function readSymbolTable({ body }: HeaderMessage, reader: MetadataReader): Promise<Map<string, number>> {
  const links = new Map<string, number>();
  const [treeAddress, heapAddress] = [body.address(), body.address()];
  if (treeAddress === null || heapAddress === null) return links;
  const names = await readNames(heapAddress, reader);
  const waiting = [treeAddress];
  for (let visited = 0; waiting.length > 0; visited += 1) {
    if (visited > MOST_NODES) throw reader.damaged('a group does not end');
    const address = waiting.pop()!;
    const prefix = await reader.block(address, 8);
    const signature = prefix.ascii(4);
    if (signature === 'TREE') {
      prefix.skip(2);
      const entries = prefix.u16();
      const node = await reader.block(address + 24, 8 + 16 * entries);
      for (let i = 0; i < entries; i += 1) {
        node.skip(8);
        const child = node.address();
        if (child !== null) waiting.push(child);
      }
    } else if (signature === 'SNOD') {
      prefix.skip(2);
      const entries = prefix.u16();
      const node = await reader.block(address + 8, 40 * entries);
      for (let i = 0; i < entries; i += 1) {
        const name = names(node.length());
        const object = node.address();
        node.skip(24);
        if (object !== null) links.set(name, object);
      }
    } else {
      throw reader.damaged(`a group has no node at ${address}`);
    }
  }
  return links;
}

async function readNames(address: number, reader: MetadataReader): Promise<(offset: number) => string> {
  const header = await reader.block(address, 32);
  if (header.ascii(4) !== 'HEAP') throw reader.damaged(`a group has no heap of names at ${address}`);
  header.skip(4);
  const bytes = header.length();
  header.skip(8);
  const data = header.address();
  if (data === null) throw reader.damaged('a heap of names has no data');
  const segment = await reader.block(data, bytes);
  return (offset) => {
    const end = segment.bytes.indexOf(0, offset);
    return new TextDecoder().decode(segment.bytes.subarray(offset, end < 0 ? undefined : end));
  };
}
