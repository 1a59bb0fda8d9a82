import { X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { storedWords } from '../../../shared/headers/stored-words.ts';
import { traceWordsIn } from '../../../shared/headers/trace-words.ts';
import type { ByteOrder, SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Segments } from '../controls/Segments.tsx';
import { formatCount } from '../shell/format.ts';
import { viewOfBytes } from './bytes-view.ts';
import styles from './headers.module.css';
import { HexDump } from './HexDump.tsx';
import { useTask } from './use-task.ts';
import { WordTable } from './WordTable.tsx';

interface TraceDetailProps {
  readonly info: SurveyInfo;
  readonly trace: number;
  readonly byteOrder: ByteOrder;
  readonly onClose: () => void;
}

type Contents = 'set' | 'all' | 'bytes';

/** All words of one trace, exact and with their meaning. */
export function TraceDetail({ info, trace, byteOrder, onClose }: TraceDetailProps) {
  const { headers } = useViewer();
  const [contents, setContents] = useState<Contents>('all');
  const { result, fault } = useTask(useCallback(() => headers.readTrace(info.id, trace), [headers, info.id, trace]));
  const words = useMemo(
    () =>
      result === null
        ? []
        : storedWords(traceWordsIn(result.length), { bytes: viewOfBytes(result), byteOrder, firstByte: 1 }),
    [result, byteOrder],
  );
  return (
    <section className={styles['detail']} aria-label={`Trace ${trace + 1}`} data-testid="trace-detail">
      <div className={styles['detailHead']}>
        <strong>Trace {formatCount(trace + 1)}</strong>
        <span className={styles['spring']} />
        <Segments
          label="Words listed"
          value={contents}
          options={[
            { value: 'all', label: 'All' },
            { value: 'set', label: 'Not zero' },
            { value: 'bytes', label: 'Bytes' },
          ]}
          onChange={setContents}
        />
        <IconButton label="Close the trace" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      {result !== null && (
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label={`Header of trace ${trace + 1}`}>
          {contents === 'bytes' ? (
            <HexDump bytes={result} firstByte={1} />
          ) : (
            <WordTable words={contents === 'all' ? words : words.filter(({ text }) => text !== '0' && text !== '')} />
          )}
        </div>
      )}
    </section>
  );
}
