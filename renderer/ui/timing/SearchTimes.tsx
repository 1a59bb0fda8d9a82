import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { crossingCount } from '../../state/crossings/crossing-at.ts';
import { countOf, formatCount } from '../shell/format.ts';
import { Measured } from './Measured.tsx';
import { searchStages } from './search-stages.ts';
import styles from './timing.module.css';

/** Where the milliseconds of the last search for crossings went; nothing where there was none. */
export function SearchTimes() {
  const { found: shown, imported, timing } = useStore(useViewer().stores.crossings);
  const found = imported === null ? shown : imported.open;
  if (found === null || timing === null) return null;
  const stages = searchStages(found, timing);
  const longest = Math.max(...stages.map(({ ms }) => ms ?? 0), 1e-6);
  return (
    <section className={styles['search']} data-testid="search-times" data-algorithm={found.algorithm}>
      <h3 className={styles['searchHead']}>
        {countOf(crossingCount(found), 'crossing')}
        <span className={styles['searchFacts']}>
          {found.searchedCount === 0
            ? 'all known before'
            : `${found.algorithm}, ${formatCount(found.searchedCount)} of ${countOf(found.profiles.length, 'line')}`}
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
