import { useStore } from 'zustand';
import { useDatasetPreview } from '../../bindings/assistant/use-previews.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import assistant from '../assistant/assistant.module.css';
import { BaseMap } from '../assistant/BaseMap.tsx';
import { PreviewPane } from '../assistant/PreviewPane.tsx';
import { SectionPreview } from '../assistant/SectionPreview.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { Modal } from '../controls/Modal.tsx';
import { fileNameOf } from '../shell/format.ts';
import styles from './dataset.module.css';
import { DatasetFoot } from './DatasetFoot.tsx';
import { DatasetForm } from './DatasetForm.tsx';
import { DatasetTree } from './DatasetTree.tsx';

/** What an HDF5 file holds, and how one of its datasets is read as a survey. */
export function DatasetDialog() {
  const { stores, datasets } = useViewer();
  const { path, listing, outline } = useStore(stores.dataset);
  return (
    <Modal
      title={path === null ? '' : `How ${fileNameOf(path)} is read`}
      isOpen={path !== null}
      width="1680px"
      isBare
      onClose={() => datasets.close()}
    >
      {path !== null && (
        <div className={styles['dialog']}>
          <section className={styles['tree']} aria-label="What the file holds">
            <h3 className={assistant['heading']}>In the file</h3>
            {listing.status === 'failed' && <FaultNote fault={listing.fault} />}
            {listing.status === 'running' && <p className={assistant['hint']}>Reading its structure…</p>}
            {outline !== null && <DatasetTree outline={outline} />}
          </section>
          <Preview />
          <DatasetForm />
          <DatasetFoot path={path} />
        </div>
      )}
    </Modal>
  );
}

const Preview = () => (
  <PreviewPane
    {...useDatasetPreview()}
    testId="dataset-preview"
    pictures={(preview) => (
      <div className={styles['pictures']} data-mapped={preview.baseMap !== null}>
        {preview.baseMap !== null && <BaseMap preview={preview} detail="full" />}
        <SectionPreview preview={preview} detail="full" />
      </div>
    )}
  />
);
