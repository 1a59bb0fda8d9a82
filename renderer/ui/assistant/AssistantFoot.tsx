import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { chosenDraft } from '../../state/assistant/assistant-changes.ts';
import { Button } from '../controls/Button.tsx';
import { MappingFoot } from './MappingFoot.tsx';

export function AssistantFoot({ path }: { readonly path: string }) {
  const { stores, assistant } = useViewer();
  const state = useStore(stores.assistant);
  const present = useStore(stores.session, ({ surveys }) => surveys.find(({ info }) => info.path === path)?.info);
  const draft = chosenDraft(state);
  const isReadable = draft !== null && Object.keys(draft.invalid).length === 0;
  const isDetected = present?.mapping?.origin === 'detected';
  return (
    <MappingFoot
      path={path}
      applying={state.applying}
      isKept={state.isKept}
      overrides={isReadable ? draft.overrides : null}
      actions={assistant}
    >
      {present !== undefined && (
        <Button
          disabled={state.applying.status === 'running' || isDetected}
          onClick={() => void assistant.applyDetected()}
        >
          Read as detected
        </Button>
      )}
    </MappingFoot>
  );
}
