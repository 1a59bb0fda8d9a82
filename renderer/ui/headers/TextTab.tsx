import { ChevronDown, ChevronUp, Copy } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { CODE_PAGE_NAMES, type CodePage } from '../../../shared/text-header/code-pages.ts';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import type { TextHeader } from '../../../shared/text-header/text-header.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Choice } from '../controls/Choice.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { countOf } from '../shell/format.ts';
import styles from './headers.module.css';
import { occurrencesIn, type TextPage } from './text-search.ts';
import { TextPageView } from './TextPageView.tsx';
import { useTask } from './use-task.ts';

/** All text headers of the file, in a code page of the user's choice. */
export function TextTab({ info }: { readonly info: SurveyInfo }) {
  const { commands } = useViewer();
  const { result, fault } = useTask(useCallback(() => commands.readTextHeaders(info.id), [commands, info.id]));
  if (fault !== null) return <FaultNote fault={fault} />;
  if (result === null) return <EmptyNote>Reading…</EmptyNote>;
  if (result.length === 0) return <EmptyNote>This file has no text header.</EmptyNote>;
  return <TextPages headers={result} />;
}

type CodePageChoice = CodePage | 'auto';

function codePageOptions([first]: readonly TextHeader[]) {
  const detected = first === undefined ? '' : ` (${CODE_PAGE_NAMES[first.codePage]})`;
  const named = Object.entries(CODE_PAGE_NAMES).map(([value, label]) => ({ value: value as CodePageChoice, label }));
  return [{ value: 'auto' as CodePageChoice, label: `Auto${detected}` }, ...named];
}

function TextPages({ headers }: { readonly headers: readonly TextHeader[] }) {
  const [codePage, setCodePage] = useState<CodePageChoice>('auto');
  const [sought, setSought] = useState('');
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const pages = useMemo<TextPage[]>(
    () =>
      headers.map((header) => {
        const used = codePage === 'auto' ? header.codePage : codePage;
        return {
          header,
          codePage: used,
          text: decodeText(header.bytes, used)
            .map((line) => line.trimEnd())
            .join('\n'),
        };
      }),
    [headers, codePage],
  );
  const found = useMemo(() => occurrencesIn(pages, sought), [pages, sought]);
  const shown = found.length === 0 ? 0 : current % found.length;

  useEffect(() => {
    if (sought === '') return;
    scroller.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [sought, shown, found]);

  const go = (delta: number): void =>
    setCurrent((at) => (found.length === 0 ? 0 : (at + delta + found.length) % found.length));
  const copy = (): void => void navigator.clipboard.writeText(pages.map(({ text }) => text).join('\n'));

  return (
    <>
      <div className={styles['toolbar']}>
        <Choice label="Code page" value={codePage} options={codePageOptions(headers)} onChange={setCodePage} />
        <input
          className={styles['field']}
          type="search"
          aria-label="Search in the text headers"
          placeholder="Search"
          value={sought}
          onChange={(event) => {
            setSought(event.currentTarget.value);
            setCurrent(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          }}
        />
        <IconButton label="Previous occurrence" disabled={found.length === 0} onClick={() => go(-1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton label="Next occurrence" disabled={found.length === 0} onClick={() => go(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
        <span className={styles['note']} role="status">
          {sought === '' ? '' : found.length === 0 ? 'not found' : `${shown + 1} of ${found.length}`}
        </span>
        <span className={styles['spring']} />
        <span className={styles['note']}>{countOf(headers.length, 'text header')}</span>
        <IconButton label="Copy all text" onClick={copy}>
          <Copy aria-hidden />
        </IconButton>
      </div>
      <div ref={scroller} className={styles['textPages']} tabIndex={0} role="region" aria-label="Text headers">
        {pages.map((page, index) => (
          <TextPageView
            key={page.header.offset}
            page={page}
            found={found.filter((occurrence) => occurrence.page === index)}
            current={found[shown] ?? null}
          />
        ))}
      </div>
    </>
  );
}
