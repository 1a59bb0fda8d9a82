import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useStore } from 'zustand';
import { splitText } from '../../../shared/mapping/split-text.ts';
import type { LineSet, SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex } from '../../../shared/units.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { chooseLine } from '../../state/view-store.ts';
import { Choice } from '../controls/Choice.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { countOf, formatCount } from '../shell/format.ts';
import { FactList } from '../tree/FactList.tsx';
import { lineInfoFacts } from './line-facts.ts';
import styles from './position.module.css';

interface LineControlProps {
  readonly info: SurveyInfo;
  readonly set: LineSet;
}

/** A menu of more lines takes long to open; they are found by number then. */
const MOST_IN_MENU = 300;

/** Which line of the file is looked at, and how its lines are told apart. */
export function LineControl({ info, set }: LineControlProps) {
  const { stores, commands } = useViewer();
  const index = useStore(stores.view, (state) => state.positions[info.id]?.line ?? lineIndex(0));
  const { lines, choices } = set;
  const line = lines[index];
  const choose = (at: number): void =>
    stores.view.setState(chooseLine(info, lineIndex(Math.min(Math.max(Math.round(at), 0), lines.length - 1))));
  if (line === undefined) return null;

  return (
    <div className={styles['control']} data-testid="line-control">
      {lines.length > 1 && (
        <div className={styles['head']}>
          <IconButton label="Previous line" disabled={index === 0} onClick={() => choose(index - 1)}>
            <ChevronLeft aria-hidden />
          </IconButton>
          {lines.length > MOST_IN_MENU ? (
            <NumberField label="Line of the file" text={String(index + 1)} onCommit={(number) => choose(number - 1)} />
          ) : (
            <Choice
              label="Line of the file"
              value={String(index)}
              options={lines.map(({ name }, at) => ({ value: String(at), label: name }))}
              onChange={(at) => choose(Number(at))}
            />
          )}
          <IconButton label="Next line" disabled={index >= lines.length - 1} onClick={() => choose(index + 1)}>
            <ChevronRight aria-hidden />
          </IconButton>
          <span className={styles['count']}>of {countOf(lines.length, 'line')}</span>
        </div>
      )}
      <div className={styles['facts']}>
        <FactList facts={lineInfoFacts(line, info, lines.length > 1 && lines.length <= MOST_IN_MENU)} />
      </div>
      {choices.length > 1 && (
        <div className={styles['split']}>
          <span aria-hidden>Split by</span>
          <Choice
            label="Split the file into lines by"
            value={splitText(set.split)}
            options={choices.map(({ split, label, lineCount }) => ({
              value: splitText(split),
              label: lineCount === 1 ? label : `${label} (${formatCount(lineCount)})`,
            }))}
            onChange={(text) => {
              const chosen = choices.find(({ split }) => splitText(split) === text);
              if (chosen !== undefined) void commands.splitLines(info, chosen.split);
            }}
          />
        </div>
      )}
    </div>
  );
}
