import { healthReport } from '../../../shared/health/health-report.ts';
import type { OpenSurvey } from '../../state/session-store.ts';
import { FindingCard } from './FindingCard.tsx';
import styles from './health.module.css';
import { ReadingLine } from './ReadingLine.tsx';
import { Verdict } from './Verdict.tsx';

/** What is the matter with a file, and where it is mended. */
export function HealthReport({ survey }: { readonly survey: OpenSurvey }) {
  const report = healthReport(survey.info);
  return (
    <div className={styles['report']}>
      <Verdict report={report} />
      <ReadingLine survey={survey} />
      <ul className={styles['findings']} aria-label="Findings">
        {report.findings.map((finding, position) => (
          <FindingCard key={`${finding.code} ${position}`} survey={survey} finding={finding} />
        ))}
      </ul>
      {report.findings.length === 0 && <p className={styles['nothing']}>The reader noticed nothing unusual.</p>}
    </div>
  );
}
