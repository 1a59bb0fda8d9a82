import type { ReactNode } from 'react';
import { megabytesPerSecond, servedBy, type Timing } from '../../../shared/timing.ts';
import { formatBytes, formatMs } from '../shell/format.ts';
import { ORIGIN_TEXTS } from './stage-figures.ts';
import styles from './timing.module.css';

interface PictureFactsProps {
  readonly last: Timing;
  readonly framesPerSecond: number | null;
}

export function PictureFacts({ last, framesPerSecond }: PictureFactsProps) {
  const rate = megabytesPerSecond(last);
  const { residentShare, gpuMs, presentedMs } = last;
  return (
    <dl className={styles['facts']}>
      <Fact name="Input to picture">
        {known(presentedMs, 'No key or pointer asked for this picture', (ms) => `${formatMs(ms)} ms`)}
      </Fact>
      <Fact name="GPU time">{known(gpuMs, 'No timer query answered', (ms) => `${formatMs(ms)} ms`)}</Fact>
      <Fact name="Samples from">
        {samplesFrom(last)}
        {last.prefetched ? ', prefetched' : ''}
      </Fact>
      <Fact name="Read">{formatBytes(last.bytesRead)}</Fact>
      <Fact name="Rate">{known(rate, 'Nothing was read for this picture', (value) => `${value.toFixed(0)} MB/s`)}</Fact>
      <Fact name="Resident before">
        {known(
          residentShare,
          'The system cannot tell, or nothing was read',
          (share) => `${(100 * share).toFixed(0)} % (sampled)`,
        )}
      </Fact>
      <Fact name="Frames per second">
        {known(framesPerSecond, 'Counted only while pictures move', (value) => value.toFixed(0))}
      </Fact>
    </dl>
  );
}

/** E.g. "sample.h5 hlines, mapped file". */
const samplesFrom = (last: Timing): string =>
  [servedBy(last), ORIGIN_TEXTS[last.origin]].filter((part) => part !== null).join(', ');

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className={styles['fact']}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const known = (value: number | null, reason: string, format: (value: number) => string): ReactNode =>
  value === null ? <span title={reason}>—</span> : format(value);
