import { CODE_PAGE_NAMES } from '../../../shared/text-header/code-pages.ts';
import type { TextHeader } from '../../../shared/text-header/text-header.ts';
import styles from './headers.module.css';
import { partsOf, type Occurrence, type TextPage } from './text-search.ts';

const PART_NAMES: Readonly<Record<TextHeader['part'], string>> = {
  file: 'Text header',
  extended: 'Extended text header',
  trailer: 'Trailing text header',
};

interface TextPageViewProps {
  readonly page: TextPage;
  readonly found: readonly Occurrence[];
  readonly current: Occurrence | null;
}

export function TextPageView({ page: { header, codePage, text }, found, current }: TextPageViewProps) {
  return (
    <section className={styles['textPage']}>
      <h3 className={styles['pageHead']}>
        {PART_NAMES[header.part]}, from byte {header.offset + 1}, {CODE_PAGE_NAMES[codePage]}
      </h3>
      <pre className={styles['text']} data-testid="header-text">
        {partsOf(text, found).map(({ text: part, occurrence }, index) =>
          occurrence === null ? (
            part
          ) : (
            <mark key={index} data-current={occurrence === current}>
              {part}
            </mark>
          ),
        )}
      </pre>
    </section>
  );
}
