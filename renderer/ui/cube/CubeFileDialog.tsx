import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { surveyOf } from '../../state/session-store.ts';
import { Modal } from '../controls/Modal.tsx';
import { CubeFileBody } from './CubeFileBody.tsx';

/** What there is of a survey's cube file, and what can be done about it. */
export function CubeFileDialog() {
  const { stores, cubes } = useViewer();
  const shownFor = useStore(stores.cubeFile, (state) => state.shownFor);
  const survey = useStore(stores.session, (state) => surveyOf(state, shownFor));
  return (
    <Modal
      title={`Cube file of ${survey?.info.name ?? ''}`}
      isOpen={survey !== null}
      width="560px"
      onClose={() => cubes.hide()}
    >
      {survey !== null && <CubeFileBody key={survey.info.id} info={survey.info} />}
    </Modal>
  );
}
