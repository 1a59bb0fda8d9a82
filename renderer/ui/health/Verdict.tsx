import { CircleCheck, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import { healthJson } from '../../../shared/health/health-json.ts';
import type { HealthReport, HealthState } from '../../../shared/health/health-report.ts';
import { healthText } from '../../../shared/health/health-text.ts';
import { Button } from '../controls/Button.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import { saveText } from '../controls/save-text.ts';
import styles from './health.module.css';

const ICONS: Readonly<Record<HealthState, LucideIcon>> = {
  sound: CircleCheck,
  assumed: TriangleAlert,
  damaged: OctagonAlert,
};

/** The whole report in a line, and how to take it along. */
export function Verdict({ report }: { readonly report: HealthReport }) {
  const Icon = ICONS[report.state];
  const json = (): string => `${JSON.stringify(healthJson(report), null, 2)}\n`;
  return (
    <div className={styles['verdict']} data-state={report.state}>
      <Icon aria-hidden />
      <p data-testid="health-verdict">{report.verdict}</p>
      <CopyButton label="Copy the report" text={() => healthText(report)} />
      <Button onClick={() => saveText(`${report.name}.health.txt`, 'text/plain', healthText(report))}>
        Save report
      </Button>
      <Button onClick={() => saveText(`${report.name}.health.json`, 'application/json', json())}>Save JSON</Button>
    </div>
  );
}
