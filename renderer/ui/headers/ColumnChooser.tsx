import { Columns3 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { columnName, columnPlace } from '../../../shared/headers/column-place.ts';
import type { WordStatistics } from '../../../shared/headers/header-statistics.ts';
import { lastByteOf, type HeaderWordDefinition } from '../../../shared/headers/header-word.ts';
import { traceWordAt } from '../../../shared/headers/trace-words.ts';
import { wordText } from '../../../shared/headers/word-text.ts';
import { samePlace, type HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { Button } from '../controls/Button.tsx';
import styles from './headers.module.css';

interface ColumnChooserProps {
  readonly words: readonly HeaderWordDefinition[];
  /** Of a sample of the traces; null until they are there. */
  readonly statistics: readonly WordStatistics[] | null;
  readonly columns: readonly HeaderPlace[];
  readonly traceHeaderBytes: number;
  /** Null: the words that vary. */
  readonly onChange: (columns: readonly HeaderPlace[] | null) => void;
}

/** Which words are columns: any of the standard, and any bytes as any type. */
export function ColumnChooser({ words, statistics, columns, traceHeaderBytes, onChange }: ColumnChooserProps) {
  const has = (place: HeaderPlace): boolean => columns.some((column) => samePlace(column, place));
  const toggle = ({ byte, type }: HeaderPlace): void => {
    const place = { byte, type };
    const next = has(place) ? columns.filter((column) => !samePlace(column, place)) : [...columns, place];
    onChange(next.toSorted((one, other) => one.byte - other.byte));
  };
  const own = columns.filter((place) => traceWordAt(place) === null);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button>
          <Columns3 aria-hidden /> Columns
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['chooser']}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Columns"
        >
          <AddPlace traceHeaderBytes={traceHeaderBytes} onAdd={(place) => !has(place) && toggle(place)} />
          <ul className={styles['chooserList']}>
            {own.map((place) => (
              <WordOption key={columnName(place)} place={place} title="bytes of your own" isChosen onToggle={toggle} />
            ))}
            {words.map((word, index) => (
              <WordOption
                key={word.name}
                place={word}
                title={word.title}
                statistics={statistics?.[index]}
                isChosen={has(word)}
                onToggle={toggle}
              />
            ))}
          </ul>
          <div className={styles['chooserFoot']}>
            <span className={styles['note']}>{sampleNote(statistics)}</span>
            <Button onClick={() => onChange(null)}>Those that vary</Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const sampleNote = (statistics: readonly WordStatistics[] | null): string =>
  statistics?.[0] === undefined ? '' : `Ranges of ${statistics[0].count} traces`;

interface WordOptionProps {
  readonly place: HeaderPlace;
  readonly title: string;
  readonly statistics?: WordStatistics | undefined;
  readonly isChosen: boolean;
  readonly onToggle: (place: HeaderPlace) => void;
}

const WordOption = ({ place, title, statistics, isChosen, onToggle }: WordOptionProps) => (
  <li>
    <label className={styles['option']}>
      <input type="checkbox" checked={isChosen} onChange={() => onToggle(place)} />
      <span className={styles['optionByte']}>{place.byte}</span>
      <span className={styles['optionName']}>{columnName(place)}</span>
      <span className={styles['optionTitle']}>{title}</span>
      <span className={styles['optionRange']}>{statistics === undefined ? '' : rangeText(statistics, place)}</span>
    </label>
  </li>
);

function rangeText({ min, max }: WordStatistics, { type }: HeaderPlace): string {
  if (Number.isNaN(min)) return '';
  return min === max ? wordText(min, type) : `${wordText(min, type)} – ${wordText(max, type)}`;
}

interface AddPlaceProps {
  readonly traceHeaderBytes: number;
  readonly onAdd: (place: HeaderPlace) => void;
}

function AddPlace({ traceHeaderBytes, onAdd }: AddPlaceProps) {
  const [text, setText] = useState('');
  const place = columnPlace(text);
  const isInside = place !== null && lastByteOf(place) <= traceHeaderBytes;
  const add = (): void => {
    if (place === null || !isInside) return;
    onAdd(place);
    setText('');
  };
  return (
    <div className={styles['chooserHead']}>
      <input
        className={styles['expression']}
        type="text"
        spellCheck={false}
        autoComplete="off"
        aria-label="Add a column by byte and type"
        aria-invalid={text !== '' && !isInside}
        placeholder="Any bytes: 181:float32, 233:int16 …"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <Button disabled={!isInside} onClick={add}>
        Add
      </Button>
    </div>
  );
}
