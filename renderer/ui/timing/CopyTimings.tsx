import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../bindings/viewer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { timingReport } from './stage-figures.ts';

const CONFIRMED_MS = 1500;

/** Copies the figures as JSON. */
export function CopyTimings() {
  const { timing } = useViewer().stores;
  const [isCopied, setCopied] = useState(false);

  const copy = async (): Promise<void> => {
    const { last, history, framesPerSecond } = timing.getState();
    if (last === null) return;
    await navigator.clipboard.writeText(JSON.stringify(timingReport(last, history, framesPerSecond), null, 2));
    setCopied(true);
    setTimeout(() => setCopied(false), CONFIRMED_MS);
  };

  return (
    <IconButton label={isCopied ? 'Copied' : 'Copy as JSON'} onClick={() => void copy()}>
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </IconButton>
  );
}
