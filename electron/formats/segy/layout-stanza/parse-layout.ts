/** The entries of a header layout. What a file says in XML is hostile: anything but a layout is refused with the reason. */
import { parseXml, XmlElement, type XmlDocument } from '@rgrove/parse-xml';

/** One word of a trace header or of one of its extensions. */
export interface LayoutEntry {
  /** 0: the trace header. 1 and on: its extensions, in the order in which they follow it. */
  readonly extension: number;
  /** E.g. "iline". */
  readonly name: string;
  /** 1-based within its 240 bytes. */
  readonly byte: number;
  /** E.g. "int4". */
  readonly type: string;
  /** Where this word is zero, the one of the same name in the trace header counts. */
  readonly isIfNonZero: boolean;
}

export type ParsedLayout = { readonly entries: readonly LayoutEntry[] } | { readonly reason: string };

const ROOT = 'segy-layout';

export function parseLayout(xml: string): ParsedLayout {
  let document: XmlDocument;
  try {
    document = parseXml(xml);
  } catch (thrown) {
    return { reason: thrown instanceof Error ? firstLine(thrown.message) : 'it is no XML' };
  }
  const { root } = document;
  if (root?.name !== ROOT) return { reason: `its root is <${root?.name ?? ''}>, not <${ROOT}>` };
  const extensions = elementsOf(root, 'extension');
  return { entries: [root, ...extensions].flatMap((header, extension) => entriesOf(header, extension)) };
}

/** The parser's messages show the place in further lines. */
const firstLine = (message: string): string => message.split('\n', 1)[0]!;

const elementsOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child instanceof XmlElement).filter((child) => child.name === name);

const entriesOf = (header: XmlElement, extension: number): LayoutEntry[] =>
  elementsOf(header, 'entry').map(({ attributes }) => ({
    extension,
    name: attributes['name'] ?? '',
    byte: Number(attributes['byte']),
    type: attributes['type'] ?? '',
    isIfNonZero: attributes['if-non-zero'] === '1',
  }));
