import { usePreviewOf } from '../../bindings/assistant/use-previews.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import styles from './assistant.module.css';
import { BaseMap } from './BaseMap.tsx';
import { SectionPreview } from './SectionPreview.tsx';
import { describeFault } from '../../../shared/errors.ts';

/** Map and section of a reading, small; they come when nothing else is being read. */
export function ReadingThumbs({ overrides }: { readonly overrides: MappingOverrides }) {
  const outcome = usePreviewOf(overrides);
  if (outcome === null) return <div className={styles['thumbs']} data-pending />;
  if (outcome.status === 'failed')
    return <p className={styles['thumbFault']}>{describeFault(outcome.fault).message}</p>;
  return (
    <div className={styles['thumbs']} aria-hidden data-testid="reading-thumbs">
      <BaseMap preview={outcome.preview} detail="thumbnail" />
      <SectionPreview preview={outcome.preview} detail="thumbnail" />
    </div>
  );
}
