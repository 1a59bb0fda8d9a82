import { useMemo, useReducer } from 'react';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { HeaderRowWindow } from '../../engine-client/header-row-window.ts';
import type { RowSet } from './use-filter.ts';

/** The rows of a table as they are scrolled to; the component is drawn again when rows come. */
export function useHeaderRows({ surveyId, filterId, count }: RowSet, places: readonly HeaderPlace[]): HeaderRowWindow {
  const { headers } = useViewer();
  const [, drawAgain] = useReducer((drawn: number) => drawn + 1, 0);
  return useMemo(
    () =>
      new HeaderRowWindow({
        rowCount: count,
        placeCount: places.length,
        read: (first, rows) => headers.readRows({ surveyId, filterId, first, count: rows, places }),
        onChange: drawAgain,
      }),
    [headers, surveyId, filterId, count, places],
  );
}
