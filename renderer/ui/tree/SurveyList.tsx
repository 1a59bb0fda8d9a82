import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import type { Opening, OpenSurvey } from '../../state/session-store.ts';
import { useKeptScroll } from '../controls/use-kept-scroll.ts';
import { OpeningItem } from './OpeningItem.tsx';
import { SurveyItem } from './SurveyItem.tsx';
import styles from './tree.module.css';
import { useScrolledTo } from './use-scrolled-to.ts';

/** Name and kind. Rows with more are measured when they are there. */
const ROW_HEIGHT = 50;
const GAP = 2;

interface SurveyListProps {
  readonly surveys: readonly OpenSurvey[];
  readonly openings: readonly Opening[];
  /** What `surveys` were chosen by. */
  readonly filter: string;
}

/** Open surveys, then files on their way. Only the rows in view are in the page: five hundred lines are not rare. */
export function SurveyList({ surveys, openings, filter }: SurveyListProps) {
  const { stores } = useViewer();
  const activeId = useStore(stores.view, (state) => state.activeSurveyId);
  const scroller = useRef<HTMLDivElement>(null);
  const count = surveys.length + openings.length;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => surveys[index]?.info.id ?? openings[index - surveys.length]?.path ?? index,
    gap: GAP,
    overscan: 8,
  });

  useKeptScroll(scroller, rows);

  const activeIndex = surveys.findIndex(({ info }) => info.id === activeId);
  // Or comes back by another filter.
  useScrolledTo(rows, activeIndex, `${activeId} ${filter}`);
  const faultCount = openings.filter(({ fault }) => fault !== null).length;
  useScrolledTo(rows, faultCount > 0 ? count - 1 : -1, faultCount);

  return (
    <div ref={scroller} className={styles['listScroll']} tabIndex={-1}>
      <ul className={styles['list']} aria-label="Open surveys" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const survey = surveys[index];
          const opening = openings[index - surveys.length];
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={styles['listRow']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {survey !== undefined && <SurveyItem survey={survey} isActive={index === activeIndex} />}
              {opening !== undefined && <OpeningItem opening={opening} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
