import type { ReactNode } from 'react';
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import type { ShownPreview } from '../../engine-client/preview-queue.ts';
import { FaultNote } from '../controls/FaultNote.tsx';
import styles from './assistant.module.css';
import { OpensAs } from './OpensAs.tsx';

interface PreviewPaneProps extends ShownPreview {
  readonly testId: string;
  readonly pictures: (preview: MappingPreview) => ReactNode;
}

/** The last picture stays while the next is read, and where it cannot be. */
export function PreviewPane({ preview, fault, isPending, testId, pictures }: PreviewPaneProps) {
  return (
    <div className={styles['preview']} aria-busy={isPending} data-testid={testId}>
      {fault !== null && <FaultNote fault={fault} />}
      {preview === null ? (
        <p className={styles['hint']}>{fault === null ? 'Reading…' : 'Nothing can be shown of it yet.'}</p>
      ) : (
        <div className={styles['previewBody']} data-stale={isPending || fault !== null}>
          {pictures(preview)}
          <OpensAs preview={preview} />
        </div>
      )}
    </div>
  );
}
