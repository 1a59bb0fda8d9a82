import { useViewer } from '../../bindings/viewer.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import { timingReport } from './stage-figures.ts';

/** Copies the figures as JSON. */
export function CopyTimings() {
  const { timing } = useViewer().stores;
  const report = (): string | null => {
    const { last, history, framesPerSecond } = timing.getState();
    return last === null ? null : JSON.stringify(timingReport(last, history, framesPerSecond), null, 2);
  };
  return <CopyButton label="Copy as JSON" text={report} />;
}
