import { Tabs } from 'radix-ui';
import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { HeaderDescription } from '../../../shared/headers/header-calls.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { headersViewOf, type HeadersTab } from '../../state/headers-store.ts';
import { FaultNote } from '../controls/FaultNote.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { BinaryTab } from './BinaryTab.tsx';
import { ColumnTab } from './ColumnTab.tsx';
import styles from './headers.module.css';
import { readingKey } from './reading-key.ts';
import { TextTab } from './TextTab.tsx';
import { TracesTab } from './TracesTab.tsx';
import { useFilter } from './use-filter.ts';
import { useTask } from './use-task.ts';

/** The headers of the survey that is looked at, as they stand in its file. */
export function HeadersPanel() {
  const survey = useActiveSurvey();
  if (survey === null) return <EmptyNote>Choose a survey to see its headers.</EmptyNote>;
  return <SurveyHeaders key={readingKey(survey.info)} info={survey.info} />;
}

function SurveyHeaders({ info }: { readonly info: SurveyInfo }) {
  const { headers } = useViewer();
  const { result, fault, isRunning } = useTask(useCallback(() => headers.describe(info.id), [headers, info.id]));
  if (fault !== null) return <FaultNote fault={fault} />;
  if (isRunning) return <EmptyNote>Reading…</EmptyNote>;
  if (result === null) return <EmptyNote>{info.name} is no SEG-Y file, so it has no headers of this kind.</EmptyNote>;
  return <HeaderTabs info={info} description={result} />;
}

const TABS: readonly { readonly tab: HeadersTab; readonly name: string }[] = [
  { tab: 'text', name: 'Text' },
  { tab: 'binary', name: 'Binary' },
  { tab: 'traces', name: 'Traces' },
  { tab: 'column', name: 'Column' },
];

interface HeaderTabsProps {
  readonly info: SurveyInfo;
  readonly description: HeaderDescription;
}

function HeaderTabs({ info, description }: HeaderTabsProps) {
  const { headers: store } = useViewer().stores;
  const tab = useStore(store, (state) => state.tab);
  const expression = useStore(store, (state) => headersViewOf(state, info).filter);
  const filter = useFilter(info, expression);
  const choose = (value: string): void => {
    const chosen = TABS.find((candidate) => candidate.tab === value);
    if (chosen !== undefined) store.setState({ tab: chosen.tab });
  };
  return (
    <Tabs.Root className={styles['panel']} value={tab} onValueChange={choose} orientation="vertical">
      {/* After a click Radix may leave the focus on the list itself, whose outline it takes away. */}
      <Tabs.List className={styles['tabs']} aria-label="Headers" style={{ outline: '' }}>
        {TABS.map(({ tab: value, name }) => (
          <Tabs.Trigger key={value} className={styles['tab']} value={value}>
            {name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className={styles['content']} value="text" tabIndex={-1}>
        <TextTab info={info} />
      </Tabs.Content>
      <Tabs.Content className={styles['content']} value="binary" tabIndex={-1}>
        <BinaryTab description={description} />
      </Tabs.Content>
      <Tabs.Content className={styles['content']} value="traces" tabIndex={-1}>
        <TracesTab info={info} description={description} filter={filter} />
      </Tabs.Content>
      <Tabs.Content className={styles['content']} value="column" tabIndex={-1}>
        <ColumnTab info={info} description={description} filter={filter} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
