import { useStore } from 'zustand';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';

interface CubeFailureProps {
  readonly info: SurveyInfo;
  readonly onChooseFolder: () => void;
}

/** Why the last build did not succeed; a folder that cannot be written to, or that is full, is asked for anew. */
export function CubeFailure({ info, onChooseFolder }: CubeFailureProps) {
  const { stores, cubes } = useViewer();
  const failure = useStore(stores.cubeFile, (state) => state.failure);
  if (failure?.surveyId !== info.id) return null;
  const { fault, folder } = failure;
  const again = (): void => void cubes.build(info.id, folder === null ? {} : { folder });
  const replace = (): void => void cubes.build(info.id, { replace: true, ...(folder !== null && { folder }) });
  const actions = (
    <>
      {fault.code === 'file-exists' ? (
        <Button onClick={replace}>Replace it</Button>
      ) : (
        <Button onClick={again}>Try again</Button>
      )}
      <Button onClick={onChooseFolder}>Choose another folder…</Button>
    </>
  );
  return <FaultNote fault={fault} actions={actions} />;
}
