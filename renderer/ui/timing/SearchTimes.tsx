import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { countOf, formatCount } from '../shell/format.ts';
import { Measured } from './Measured.tsx';
import { searchStages } from './search-stages.ts';
import styles from './timing.module.css';

/** Where the milliseconds of the last search for crossings went; nothing where there was none. */
export function SearchTimes() {
  const timing = useStore(useViewer().stores.crossings, (state) => state.timing);
  if (timing === null) return null;
  const { algorithm, searchedCount, lineCount } = timing;
  const stages = searchStages(timing);
  const longest = Math.max(...stages.map(({ ms }) => ms ?? 0), 1e-6);
  return (
    <section className={styles['search']} data-testid="search-times" data-algorithm={algorithm}>
      <h3 className={styles['searchHead']}>
        Crossings
        <span className={styles['searchFacts']}>
          {algorithm}, {formatCount(searchedCount)} of {countOf(lineCount, 'line')}
        </span>
      </h3>
      <table className={styles['stages']}>
        <tbody>
          {stages.map(({ stage, name, meaning, ms }) => (
            <tr key={stage} data-search-stage={stage}>
              <th scope="row" title={meaning}>
                {name}
              </th>
              <td className={styles['barCell']} aria-hidden>
                <span className={styles['bar']} style={{ width: `${(100 * (ms ?? 0)) / longest}%` }} />
              </td>
              <Measured ms={ms} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
