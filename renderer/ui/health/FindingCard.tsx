import { useStore } from 'zustand';
import type { Finding, Remedy } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import type { OpenSurvey } from '../../state/session-store.ts';
import { Button } from '../controls/Button.tsx';
import styles from './health.module.css';
import { SEVERITY_LOOKS } from './severity-looks.ts';

interface FindingCardProps {
  readonly survey: OpenSurvey;
  readonly finding: Finding;
}

/** What was found, what was assumed, what that changes, and other readings to try. */
export function FindingCard({ survey, finding }: FindingCardProps) {
  const { severity, message, assumed, effect, code, remedies = [] } = finding;
  const { name, Icon } = SEVERITY_LOOKS[severity];
  return (
    <li className={styles['finding']} data-severity={severity} data-testid="finding">
      <Icon aria-label={name} />
      <p className={styles['message']}>{message}</p>
      <code className={styles['code']}>{code}</code>
      <dl className={styles['details']}>
        {assumed !== undefined && <Detail name="Assumed">{assumed}</Detail>}
        {effect !== undefined && <Detail name="If wrong">{effect}</Detail>}
      </dl>
      {remedies.length > 0 && (
        <div className={styles['remedies']} role="group" aria-label="Instead">
          {remedies.map((remedy) => (
            <RemedyButton key={remedy.label} survey={survey} remedy={remedy} />
          ))}
        </div>
      )}
    </li>
  );
}

const Detail = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div className={styles['detail']}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Joins the remedy's overrides to those that the file is read by. */
function RemedyButton({ survey, remedy }: { readonly survey: OpenSurvey; readonly remedy: Remedy }) {
  const { stores, mapping: commands } = useViewer();
  const { id, mapping } = survey.info;
  const isBusy = useStore(stores.session, (state) => state.remaps[id]?.status === 'running');
  return (
    <Button disabled={isBusy} onClick={() => void commands.read(id, { ...mapping?.overrides, ...remedy.overrides })}>
      {remedy.label}
    </Button>
  );
}
