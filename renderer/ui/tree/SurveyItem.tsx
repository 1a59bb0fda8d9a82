import { Box, Info, SlidersHorizontal, Spline, Table2, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { isLineOf } from '../../state/crossings/crossing-at.ts';
import type { OpenSurvey } from '../../state/session-store.ts';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { CubeOffer } from '../cube/CubeOffer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { FactList } from './FactList.tsx';
import { FindingBadges } from './FindingBadges.tsx';
import { SurveyDetails } from './SurveyDetails.tsx';
import { KIND_NAMES, surveyFacts } from './survey-facts.ts';
import styles from './tree.module.css';

interface SurveyItemProps {
  readonly survey: OpenSurvey;
  readonly isActive: boolean;
}

export function SurveyItem({ survey, isActive }: SurveyItemProps) {
  const { commands, stores } = useViewer();
  const isChosen = useStore(stores.crossings, ({ chosenLines }) => hasLineOf(chosenLines, survey.info.id));
  const [isDetailed, setDetailed] = useState(false);
  const { info, fault } = survey;
  return (
    <div className={styles['item']} data-active={isActive} data-chosen={isChosen} data-testid="survey-item">
      <div className={styles['itemHead']}>
        <button
          type="button"
          className={styles['name']}
          aria-pressed={isActive}
          title={info.path ?? info.name}
          onClick={() => commands.activate(info.id)}
        >
          <KindIcon kind={info.kind} />
          <span className={styles['nameText']}>{info.name}</span>
        </button>
        <IconButton label={`Headers of ${info.name}`} onClick={() => commands.showHeaders(info.id)}>
          <Table2 aria-hidden />
        </IconButton>
        {(info.mapping !== null || info.dataset !== null) && info.path !== null && (
          <AssistantButton name={info.name} path={info.path} isDataset={info.dataset !== null} />
        )}
        <IconButton label={`Details of ${info.name}`} onClick={() => setDetailed(true)}>
          <Info aria-hidden />
        </IconButton>
        <IconButton label={`Close ${info.name}`} onClick={() => void commands.close(info.id)}>
          <X aria-hidden />
        </IconButton>
      </div>
      <div className={styles['kind']}>
        {KIND_NAMES[info.kind]}, {info.format}
        {isChosen && <span className={styles['chosen']}>chosen on the map</span>}
        <FindingBadges findings={info.findings} onOpen={() => setDetailed(true)} />
      </div>
      {isActive && <FactList facts={surveyFacts(info)} />}
      {isActive && fault === null && <CubeOffer info={info} />}
      {fault !== null && (
        <FaultNote fault={fault} actions={<Button onClick={() => void commands.reopen(info.id)}>Open again</Button>} />
      )}
      <SurveyDetails survey={survey} isOpen={isDetailed} onClose={() => setDetailed(false)} />
    </div>
  );
}

/** Of a survey of several lines, where one of them is. */
const hasLineOf = (chosen: ReadonlySet<string> | null, id: SurveyId): boolean =>
  chosen !== null && [...chosen].some((key) => isLineOf(key, id));

interface AssistantButtonProps {
  readonly name: string;
  readonly path: string;
  readonly isDataset: boolean;
}

function AssistantButton({ name, path, isDataset }: AssistantButtonProps) {
  const { assistant, datasets } = useViewer();
  const open = (): void => void (isDataset ? datasets.open(path) : assistant.open(path));
  return (
    <IconButton label={`How ${name} is read`} onClick={open}>
      <SlidersHorizontal aria-hidden />
    </IconButton>
  );
}

const KindIcon = ({ kind }: Pick<SurveyInfo, 'kind'>) =>
  kind === 'cube' ? <Box aria-hidden /> : <Spline aria-hidden />;
