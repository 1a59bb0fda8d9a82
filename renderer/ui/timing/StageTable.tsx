import type { Timing } from '../../../shared/timing.ts';
import type { TimingHistory } from '../../engine-client/timing-history.ts';
import { Measured } from './Measured.tsx';
import { stageFigures } from './stage-figures.ts';
import styles from './timing.module.css';

interface StageTableProps {
  readonly last: Timing;
  readonly history: TimingHistory;
}

export function StageTable({ last, history }: StageTableProps) {
  const figures = stageFigures(last, history);
  const longest = Math.max(...figures.map(({ lastMs }) => lastMs ?? 0), 1e-6);
  return (
    <table className={styles['stages']}>
      <thead>
        <tr>
          <th scope="col">ms</th>
          <td />
          <th scope="col">last</th>
          <th scope="col">p50</th>
          <th scope="col">p95</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ stage, name, meaning, lastMs, p50Ms, p95Ms }) => (
          <tr key={stage} data-stage={stage}>
            <th scope="row" title={meaning}>
              {name}
            </th>
            <td className={styles['barCell']} aria-hidden>
              <span className={styles['bar']} style={{ width: `${(100 * (lastMs ?? 0)) / longest}%` }} />
            </td>
            <Measured ms={lastMs} />
            <Measured ms={p50Ms} />
            <Measured ms={p95Ms} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
