import { useStore } from 'zustand';
import { sampleUnit } from '../../../shared/axes.ts';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import type { CursorReading } from '../../state/cursor-store.ts';
import { formatLabel, orientationName } from '../../state/position-labels.ts';
import { formatAmplitude, formatStored } from './format.ts';
import styles from './shell.module.css';

const TRACE_TEXTS = { live: '—', dead: 'dead trace', missing: 'no trace' } as const;

/** What lies under the pointer, in whichever view it is. */
export function CursorReadout() {
  const reading = useStore(useViewer().stores.cursor, (state) => state.reading);
  const survey = useActiveSurvey();
  if (survey === null) return null;
  if (reading === null) return <span className={styles['status']}>Point at a section to read its values.</span>;
  const { samples, gathers } = survey.info;
  const { domain } = samples;
  const isOnGrid = gathers === null || gathers.positions === 'bins';
  const vertical = domain === 'time' ? 'Time' : domain === 'depth' ? 'Depth' : 'Sample';
  return (
    <dl className={styles['reading']} data-testid="cursor-readout">
      {isOnGrid && <Item name="Inline" value={reading.inlineNumber} />}
      <Item name={orientationName(survey.info, 'crossline')} value={reading.crosslineNumber} />
      <Item name={gathers?.offsets.kind === 'numbers' ? 'Trace of gather' : 'Offset'} value={reading.offset} />
      <Item name="Trace" value={reading.traceNumber} />
      <Item name="CDP" value={reading.cdpNumber} />
      <Item name="Shot point" value={reading.shotPoint === null ? null : formatLabel(reading.shotPoint)} />
      <Item name="X" value={reading.x?.toFixed(1) ?? null} />
      <Item name="Y" value={reading.y?.toFixed(1) ?? null} />
      <Item name={vertical} value={`${formatLabel(reading.sampleValue)} ${sampleUnit(domain)}`.trimEnd()} />
      <Item
        name="Amplitude"
        value={amplitudeText(reading)}
        title={reading.stored === null ? undefined : 'As it is stored, to the last digit'}
      />
    </dl>
  );
}

function amplitudeText({ amplitude, stored, trace }: CursorReading): string {
  if (amplitude === null) return TRACE_TEXTS[trace];
  const text = stored === null ? formatAmplitude(amplitude) : formatStored(stored);
  return trace === 'dead' ? `${text} (dead trace)` : text;
}

interface ItemProps {
  readonly name: string;
  readonly value: string | number | null;
  readonly title?: string | undefined;
}

const Item = ({ name, value, title }: ItemProps) =>
  value === null ? null : (
    <div className={styles['readingItem']} title={title}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
