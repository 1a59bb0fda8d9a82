import { useStore } from 'zustand';
import { useShownPreview } from '../../bindings/assistant/use-previews.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Modal } from '../controls/Modal.tsx';
import { fileNameOf } from '../shell/format.ts';
import styles from './assistant.module.css';
import { AssistantFoot } from './AssistantFoot.tsx';
import { BaseMap } from './BaseMap.tsx';
import { MappingForm } from './MappingForm.tsx';
import { PreviewPane } from './PreviewPane.tsx';
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

const Preview = () => (
  <PreviewPane
    {...useShownPreview()}
    testId="mapping-preview"
    pictures={(preview) => (
      <div className={styles['pictures']}>
        <BaseMap preview={preview} detail="full" />
        <SectionPreview preview={preview} detail="full" />
      </div>
    )}
  />
);
