import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { formatBytes, formatCount } from '../shell/format.ts';
import styles from './timing.module.css';

/** Often enough to watch, rarely enough to cost nothing. */
const REFRESH_MS = 1000;

/** The engine's counts since it started: they tell what was read and what was not. */
export function CounterFacts() {
  const { stores, commands } = useViewer();
  const counters = useStore(stores.timing, (state) => state.counters);

  useEffect(() => {
    void commands.refreshCounters();
    const timer = setInterval(() => void commands.refreshCounters(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [commands]);

  if (counters === null) return null;
  const facts: readonly (readonly [string, string])[] = [
    ['Slices read', formatCount(counters.slicesRead)],
    ['Bytes read', formatBytes(counters.bytesRead)],
    ['Cache hits', formatCount(counters.cacheHits)],
    ['Prefetched, used', `${formatCount(counters.prefetchReads)}, ${formatCount(counters.prefetchHits)}`],
    ['Replaced', formatCount(counters.superseded)],
    ['Cache', `${formatBytes(counters.cacheBytes)} of ${formatBytes(counters.cacheBudgetBytes)}`],
  ];
  return (
    <details className={styles['details']}>
      <summary>Engine since its start</summary>
      <dl className={styles['facts']} data-testid="counters" data-slices-read={counters.slicesRead}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
