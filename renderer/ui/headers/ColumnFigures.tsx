import { columnName } from '../../../shared/headers/column-place.ts';
import type { HeaderColumn } from '../../../shared/headers/header-statistics.ts';
import { traceWordAt } from '../../../shared/headers/trace-words.ts';
import { wordText } from '../../../shared/headers/word-text.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { changeHeadersView } from '../../state/headers-store.ts';
import { formatCount } from '../shell/format.ts';
import styles from './headers.module.css';
import { WordHistogramPlot } from './WordHistogramPlot.tsx';

interface ColumnFiguresProps {
  readonly info: SurveyInfo;
  readonly place: HeaderPlace;
  readonly column: HeaderColumn;
}

/** Figures, histogram and the most frequent values of what the plot shows. */
export function ColumnFigures({ info, place, column: { statistics, histogram, frequent } }: ColumnFiguresProps) {
  const { min, max, mean, zeroCount, nonFiniteCount, distinctCount } = statistics;
  const codes = traceWordAt(place)?.codes;
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['Minimum', wordText(min, place.type)],
    ['Maximum', wordText(max, place.type)],
    ['Mean', Number.isNaN(mean) ? 'NaN' : String(Number(mean.toPrecision(9)))],
    ['Distinct', distinctCount === null ? 'many' : formatCount(distinctCount)],
    ['Zeros', formatCount(zeroCount)],
    ...(nonFiniteCount > 0 ? [['Not finite', formatCount(nonFiniteCount)] as const] : []),
  ];
  return (
    <section className={styles['figures']} aria-label={`Figures of ${columnName(place)}`} tabIndex={0}>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {histogram !== null && <WordHistogramPlot histogram={histogram} label={`Histogram of ${columnName(place)}`} />}
      {frequent !== null && <FrequentValues info={info} place={place} frequent={frequent} codes={codes} />}
    </section>
  );
}

/** More are in the histogram. */
const MOST_LISTED = 50;

interface FrequentValuesProps {
  readonly info: SurveyInfo;
  readonly place: HeaderPlace;
  readonly frequent: NonNullable<HeaderColumn['frequent']>;
  readonly codes: Readonly<Record<number, string>> | undefined;
}

function FrequentValues({ info, place, frequent, codes }: FrequentValuesProps) {
  const { headers: store } = useViewer().stores;
  const word = traceWordAt(place)?.name ?? `byte(${place.byte}, ${place.type})`;
  const filterBy = (value: number): void =>
    store.setState((state) => ({
      ...changeHeadersView(info, { filter: `${word} == ${wordText(value, place.type)}` })(state),
      tab: 'traces',
    }));
  return (
    <table className={styles['frequent']}>
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Traces</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(frequent.values.subarray(0, MOST_LISTED), (value, index) => (
          <tr key={index}>
            <td>
              <button
                type="button"
                className={styles['valueButton']}
                title="Show the traces with this value"
                disabled={!Number.isFinite(value)}
                onClick={() => filterBy(value)}
              >
                {wordText(value, place.type)}
              </button>
              {codes?.[value] !== undefined && <span className={styles['note']}> {codes[value]}</span>}
            </td>
            <td>{formatCount(frequent.counts[index]!)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
