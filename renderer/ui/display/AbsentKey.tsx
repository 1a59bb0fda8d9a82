import type { AmplitudeStatistics, SurveyInfo } from '../../../shared/survey.ts';
import { ABSENT_RGB } from '../../../shared/colour/rgb.ts';
import { useTheme } from '../../bindings/use-theme.ts';
import { cssColour } from '../../scene/scene-theme.ts';
import { hasLiveTraces } from '../../state/clip.ts';
import styles from './display.module.css';

interface AbsentKeyProps {
  readonly info: SurveyInfo;
  readonly statistics: AmplitudeStatistics | null;
}

/** What the one colour outside the colour map stands for; where the survey is not known to lack a trace, nothing. */
export function AbsentKey({ info, statistics }: AbsentKeyProps) {
  const theme = useTheme();
  const lacks = [
    ...((info.missingTraceCount ?? 0) > 0 ? ['no trace'] : []),
    ...((info.deadTraceCount ?? 0) > 0 || (statistics !== null && !hasLiveTraces(statistics)) ? ['dead trace'] : []),
  ];
  if (lacks.length === 0) return null;
  const text = lacks.join(' or ');
  return (
    <p className={styles['key']}>
      <span className={styles['keySwatch']} style={{ backgroundColor: cssColour(ABSENT_RGB[theme]) }} />
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </p>
  );
}
