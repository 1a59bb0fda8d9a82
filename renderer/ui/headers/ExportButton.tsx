import { Download, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { faultOf } from '../../../shared/errors.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { downloadCsv } from './download-csv.ts';
import styles from './headers.module.css';
import type { RowSet } from './use-filter.ts';

interface ExportButtonProps {
  readonly info: SurveyInfo;
  readonly rows: RowSet;
  readonly places: readonly HeaderPlace[];
}

/** The table's columns of all its rows, as a file. */
export function ExportButton({ info, rows, places }: ExportButtonProps) {
  const { headers, stores } = useViewer();
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = (): void => {
    const controller = new AbortController();
    running.current = controller;
    setShare(0);
    const read = (first: number, count: number) => headers.readRows({ ...rows, first, count, places });
    downloadCsv(
      { name: `${info.name}-headers.csv`, places, rowCount: rows.count, read, onShare: setShare },
      controller.signal,
    )
      .catch((thrown: unknown) => {
        const fault = faultOf(thrown);
        if (fault.code !== 'cancelled') stores.session.setState({ notice: fault });
      })
      .finally(() => setShare(null));
  };

  if (share === null) {
    return (
      <Button onClick={save}>
        <Download aria-hidden /> CSV
      </Button>
    );
  }
  return (
    <span className={styles['exporting']} role="status">
      CSV {Math.floor(100 * share)} %
      <IconButton label="Stop the export" onClick={() => running.current?.abort()}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
}
