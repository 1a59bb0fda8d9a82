import { useViewer } from '../../bindings/viewer.tsx';
import type { OpenSurvey } from '../../state/session-store.ts';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import styles from './shell.module.css';

/** Why a survey can no longer be read; what was shown of it stays. */
export function SurveyFault({ survey }: { readonly survey: OpenSurvey }) {
  const { commands } = useViewer();
  const { fault, info } = survey;
  if (fault === null) return null;
  const actions = (
    <>
      <Button onClick={() => void commands.reopen(info.id)}>Open again</Button>
      <Button onClick={() => void commands.close(info.id)}>Close</Button>
    </>
  );
  return (
    <div className={styles['overPicture']}>
      <FaultNote fault={fault} actions={actions} />
    </div>
  );
}
