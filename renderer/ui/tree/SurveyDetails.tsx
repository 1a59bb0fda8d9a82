import { Tabs } from 'radix-ui';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { Modal } from '../controls/Modal.tsx';
import { FindingList } from './FindingList.tsx';
import { allSurveyFacts } from './survey-facts.ts';
import { TextHeader } from './TextHeader.tsx';
import styles from './tree.module.css';

interface SurveyDetailsProps {
  readonly info: SurveyInfo;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SurveyDetails({ info, isOpen, onClose }: SurveyDetailsProps) {
  return (
    <Modal title={info.name} isOpen={isOpen} width="700px" onClose={onClose}>
      <Tabs.Root defaultValue="findings">
        <Tabs.List className={styles['tabs']} aria-label="Details">
          <Tabs.Trigger className={styles['tab']} value="findings">
            Findings ({info.findings.length})
          </Tabs.Trigger>
          <Tabs.Trigger className={styles['tab']} value="facts">
            File
          </Tabs.Trigger>
          <Tabs.Trigger className={styles['tab']} value="text">
            Text header
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content className={styles['tabContent']} value="findings">
          <FindingList findings={info.findings} />
        </Tabs.Content>
        <Tabs.Content className={styles['tabContent']} value="facts">
          <dl className={styles['allFacts']}>
            {allSurveyFacts(info).map(({ name, value }) => (
              <div key={name} className={styles['fact']}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Tabs.Content>
        <Tabs.Content className={styles['tabContent']} value="text">
          <TextHeader surveyId={info.id} />
        </Tabs.Content>
      </Tabs.Root>
    </Modal>
  );
}
