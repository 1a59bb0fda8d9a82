import { useEffect, useState } from 'react';
import { faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import type { TextHeader as TextHeaderPage } from '../../../shared/text-header/text-header.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import styles from './tree.module.css';

type Loaded = { readonly lines: readonly string[] } | { readonly fault: CrosslineFault } | null;

const linesOf = ({ bytes, codePage }: TextHeaderPage): string[] => decodeText(bytes, codePage);

/** The lines of all the file's text headers. */
export function TextHeader({ surveyId }: { readonly surveyId: SurveyId }) {
  const { commands } = useViewer();
  const [loaded, setLoaded] = useState<Loaded>(null);

  useEffect(() => {
    let isCurrent = true;
    commands.readTextHeaders(surveyId).then(
      (headers) => isCurrent && setLoaded({ lines: headers.flatMap(linesOf) }),
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
