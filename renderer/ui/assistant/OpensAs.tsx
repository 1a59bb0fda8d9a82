import { offsetCount } from '../../../shared/axes.ts';
import { healthReport } from '../../../shared/health/health-report.ts';
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import { SEVERITY_LOOKS } from '../health/severity-looks.ts';
import { formatCount } from '../shell/format.ts';
import { KIND_NAMES, surveyFacts, type Fact } from '../tree/survey-facts.ts';
import styles from './assistant.module.css';

/** What the file is by a reading, in words, and what the reader would notice. */
export function OpensAs({ preview }: { readonly preview: MappingPreview }) {
  const { info } = preview;
  const { verdict, findings } = healthReport(info);
  return (
    <section className={styles['opensAs']} aria-label="Opens as">
      <h3 className={styles['heading']} data-testid="opens-as">
        Opens as: {KIND_NAMES[info.kind]}, {info.format}
      </h3>
      <dl className={styles['facts']}>
        {factsOf(info).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['verdict']}>{verdict}</p>
      <ul className={styles['findings']} aria-label="Findings">
        {findings.map(({ code, severity, message, assumed }, position) => {
          const { name, Icon } = SEVERITY_LOOKS[severity];
          return (
            <li key={`${code} ${position}`} data-severity={severity}>
              <Icon aria-label={name} />
              <span>
                {message} {assumed !== undefined && `Assumed: ${assumed}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function factsOf(info: MappingPreview['info']): Fact[] {
  const counted = (name: string, count: number | null): Fact[] =>
    count === null ? [] : [{ name, value: formatCount(count) }];
  return [
    ...surveyFacts(info),
    ...counted('2D lines', info.lines?.lines.length ?? null),
    ...counted('Offsets', info.gathers === null ? null : offsetCount(info.gathers.offsets)),
    ...counted('Missing', info.missingTraceCount),
    ...counted('Duplicate', info.duplicateTraceCount),
    ...counted('Dead', info.deadTraceCount),
  ];
}
