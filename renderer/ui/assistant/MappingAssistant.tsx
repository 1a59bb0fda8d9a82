import { useStore } from 'zustand';
import { useShownPreview } from '../../bindings/assistant/use-previews.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { Modal } from '../controls/Modal.tsx';
import { fileNameOf } from '../shell/format.ts';
import styles from './assistant.module.css';
import { AssistantFoot } from './AssistantFoot.tsx';
import { BaseMap } from './BaseMap.tsx';
import { MappingForm } from './MappingForm.tsx';
import { OpensAs } from './OpensAs.tsx';
import { ReadingList } from './ReadingList.tsx';
import { SectionPreview } from './SectionPreview.tsx';

/** How a file is read: the ways that were found, how each looks, and every part of it to be changed. */
export function MappingAssistant() {
  const { stores, assistant } = useViewer();
  const path = useStore(stores.assistant, (state) => state.path);
  return (
    <Modal
      title={path === null ? '' : `How ${fileNameOf(path)} is read`}
      isOpen={path !== null}
      width="1680px"
      isBare
      onClose={() => assistant.close()}
    >
      {path !== null && (
        <div className={styles['assistant']}>
          <ReadingList />
          <Preview />
          <MappingForm />
          <AssistantFoot path={path} />
        </div>
      )}
    </Modal>
  );
}

/** The last picture stays while the next is read, and where it cannot be. */
function Preview() {
  const { preview, fault, isPending } = useShownPreview();
  return (
    <div className={styles['preview']} aria-busy={isPending} data-testid="mapping-preview">
      {fault !== null && <FaultNote fault={fault} />}
      {preview === null ? (
        <p className={styles['hint']}>{fault === null ? 'Reading…' : 'Nothing can be shown of it yet.'}</p>
      ) : (
        <div className={styles['previewBody']} data-stale={isPending || fault !== null}>
          <div className={styles['pictures']}>
            <BaseMap preview={preview} detail="full" />
            <SectionPreview preview={preview} detail="full" />
          </div>
          <OpensAs preview={preview} />
        </div>
      )}
    </div>
  );
}
