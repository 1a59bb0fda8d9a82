/** `crossline headers --text`. */
import { CODE_PAGE_NAMES, type CodePage } from '../../../shared/text-header/code-pages.ts';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import type { TextHeader } from '../../../shared/text-header/text-header.ts';

export interface TextPageJson {
  readonly part: TextHeader['part'];
  /** 1-based, from the start of the file. */
  readonly firstByte: number;
  readonly codePage: CodePage;
  /** Without blanks at their ends. */
  readonly lines: readonly string[];
}

/** @param codePage null: each page in the one that was detected */
export const textPagesJson = (pages: readonly TextHeader[], codePage: CodePage | null): TextPageJson[] =>
  pages.map(({ part, offset, bytes, codePage: detected }) => ({
    part,
    firstByte: offset + 1,
    codePage: codePage ?? detected,
    lines: decodeText(bytes, codePage ?? detected).map((line) => line.trimEnd()),
  }));

const PART_NAMES: Readonly<Record<TextHeader['part'], string>> = {
  file: 'Text header',
  extended: 'Extended text header',
  trailer: 'Trailing text header',
};

/** A heading and the lines of each page; blank lines between pages. */
export const textPagesText = (pages: readonly TextPageJson[]): string =>
  pages
    .map(({ part, firstByte, codePage, lines }) => {
      const head = `${PART_NAMES[part]}, from byte ${firstByte}, ${CODE_PAGE_NAMES[codePage]}`;
      return `${[head, ...lines].join('\n').trimEnd()}\n`;
    })
    .join('\n');
