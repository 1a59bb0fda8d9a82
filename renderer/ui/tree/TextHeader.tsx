import { useEffect, useState } from 'react';
import { faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import styles from './tree.module.css';

type Loaded = { readonly lines: readonly string[] } | { readonly fault: CrosslineFault } | null;

/** The 40 lines of the file's text header. */
export function TextHeader({ surveyId }: { readonly surveyId: SurveyId }) {
  const { commands } = useViewer();
  const [loaded, setLoaded] = useState<Loaded>(null);

  useEffect(() => {
    let isCurrent = true;
    commands.readTextHeader(surveyId).then(
      (lines) => isCurrent && setLoaded({ lines }),
      (thrown: unknown) => isCurrent && setLoaded({ fault: faultOf(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [commands, surveyId]);

  if (loaded === null) return <p>Reading…</p>;
  if ('fault' in loaded) return <FaultNote fault={loaded.fault} />;
  return (
    <pre className={styles['textHeader']} tabIndex={0} aria-label="Text header" data-testid="text-header">
      {loaded.lines.map((line) => line.trimEnd()).join('\n')}
    </pre>
  );
}
