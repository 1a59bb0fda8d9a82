import { useStore } from 'zustand';
import type { AmplitudeStatistics } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { amplitudeAtPercentile, hasLiveTraces } from '../../state/clip.ts';
import { CLIP_PERCENTILES } from '../../state/display-store.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { RangeSlider } from '../controls/RangeSlider.tsx';
import { formatAmplitude } from '../shell/format.ts';
import styles from './display.module.css';
import { DisplayRow } from './DisplayRow.tsx';

const { least, most, step } = CLIP_PERCENTILES;

export function ClipControl({ statistics }: { readonly statistics: AmplitudeStatistics | null }) {
  const { display } = useViewer().stores;
  const percentile = useStore(display, (state) => state.clipPercentile);
  const setPercentile = (value: number): void =>
    display.setState({ clipPercentile: Math.min(Math.max(value, least), most) });
  const text = String(Number(percentile.toFixed(1)));
  return (
    <>
      <DisplayRow label="Clip">
        <RangeSlider
          label="Clip percentile"
          value={percentile}
          least={least}
          most={most}
          step={step}
          valueText={`${text} percent`}
          onChange={setPercentile}
        />
        <NumberField label="Clip percentile" text={text} onCommit={setPercentile} />
        <span className={styles['unit']}>%</span>
      </DisplayRow>
      {statistics !== null && hasLiveTraces(statistics) && (
        <p className={styles['hint']}>
          Full colour from ±{formatAmplitude(amplitudeAtPercentile(statistics, percentile))}
        </p>
      )}
    </>
  );
}
