import { RotateCcw } from 'lucide-react';
import { useStore } from 'zustand';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { amplitudeAtPercentile } from '../../state/clip.ts';
import { CLIP_PERCENTILES, INITIAL_DISPLAY } from '../../state/display-store.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { Segments } from '../controls/Segments.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { AbsentKey } from './AbsentKey.tsx';
import { ClipControl } from './ClipControl.tsx';
import { ColormapChoice } from './ColormapChoice.tsx';
import styles from './display.module.css';
import { DisplayRow } from './DisplayRow.tsx';
import { GainControl } from './GainControl.tsx';
import { Histogram } from './Histogram.tsx';

const SMOOTH_HINT =
  'Colours between samples are interpolated; in a section zoomed in so far that its samples are told apart, each is drawn as it is';

/** How amplitudes look. Nothing here reads a sample again. */
export function DisplayPanel() {
  const { display, session } = useViewer().stores;
  const survey = useActiveSurvey();
  const { polarity, interpolation, clipPercentile } = useStore(display);
  const statistics = useStore(session, (state) => (survey === null ? undefined : state.statistics[survey.info.id]));

  return (
    <div className={styles['panel']}>
      <DisplayRow label="Colour map">
        <ColormapChoice />
      </DisplayRow>
      {statistics === undefined ? (
        <EmptyNote>
          {survey === null ? 'The histogram shows the amplitudes of a survey.' : 'Reading amplitudes…'}
        </EmptyNote>
      ) : (
        <Histogram
          statistics={statistics}
          clip={amplitudeAtPercentile(statistics, clipPercentile)}
          onClip={(percentile) => display.setState({ clipPercentile: Math.max(percentile, CLIP_PERCENTILES.least) })}
        />
      )}
      <ClipControl statistics={statistics ?? null} />
      <GainControl />
      <DisplayRow label="Polarity">
        <Segments
          label="Polarity"
          value={polarity === 1 ? 'normal' : 'reversed'}
          options={[
            { value: 'normal', label: 'Normal' },
            { value: 'reversed', label: 'Reversed' },
          ]}
          onChange={(value) => display.setState({ polarity: value === 'normal' ? 1 : -1 })}
        />
      </DisplayRow>
      <DisplayRow label="Samples">
        <Segments
          label="Interpolation between samples"
          value={interpolation}
          options={[
            { value: 'smooth', label: 'Smooth', hint: SMOOTH_HINT },
            { value: 'exact', label: 'Exact', hint: 'One colour for each sample' },
          ]}
          onChange={(value) => display.setState({ interpolation: value })}
        />
        <span className={styles['spring']} />
        <IconButton label="Reset the display" onClick={() => display.setState(INITIAL_DISPLAY)}>
          <RotateCcw aria-hidden />
        </IconButton>
      </DisplayRow>
      {survey !== null && <AbsentKey info={survey.info} statistics={statistics ?? null} />}
    </div>
  );
}
