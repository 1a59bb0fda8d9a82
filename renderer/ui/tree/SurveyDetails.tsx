import { Tabs } from 'radix-ui';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { mayHaveCubeFile } from '../../state/cube-file-store.ts';
import type { OpenSurvey } from '../../state/session-store.ts';
import { Button } from '../controls/Button.tsx';
import { Modal } from '../controls/Modal.tsx';
import { HealthReport } from '../health/HealthReport.tsx';
import { allSurveyFacts } from './survey-facts.ts';
import styles from './tree.module.css';

interface SurveyDetailsProps {
  readonly survey: OpenSurvey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** It makes room for the assistant, and is back with the outcome when that closes. */
export function SurveyDetails({ survey, isOpen, onClose }: SurveyDetailsProps) {
  const { stores, commands, cubes } = useViewer();
  const isAssisting = useStore(stores.assistant, ({ path }) => path !== null);
  const { info } = survey;
  const showHeaders = (): void => {
    onClose();
    commands.showHeaders(info.id);
  };
  const showCubeFile = (): void => {
    onClose();
    cubes.show(info.id);
  };
  return (
    <Modal title={info.name} isOpen={isOpen && !isAssisting} width="760px" onClose={onClose}>
      <Tabs.Root defaultValue="health">
        <Tabs.List className={styles['tabs']} aria-label="Details">
          <Tabs.Trigger className={styles['tab']} value="health">
            Health ({info.findings.length})
          </Tabs.Trigger>
          <Tabs.Trigger className={styles['tab']} value="facts">
            File
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content className={styles['tabContent']} value="health">
          <HealthReport survey={survey} />
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
          {info.mapping !== null && (
            <div className={styles['toHeaders']}>
              <Button onClick={showHeaders}>Show its headers</Button>
              {mayHaveCubeFile(info) && <Button onClick={showCubeFile}>Cube file…</Button>}
            </div>
          )}
        </Tabs.Content>
      </Tabs.Root>
    </Modal>
  );
}
