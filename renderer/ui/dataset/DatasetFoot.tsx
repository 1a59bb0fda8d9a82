import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { wantedOf } from '../../state/dataset/dataset-draft.ts';
import { chosenDraft } from '../../state/dataset/dataset-store.ts';
import { MappingFoot } from '../assistant/MappingFoot.tsx';

export function DatasetFoot({ path }: { readonly path: string }) {
  const { stores, datasets } = useViewer();
  const { isKept, applying } = useStore(stores.dataset);
  const draft = useStore(stores.dataset, chosenDraft);
  const isReadable = draft !== null && Object.keys(wantedOf(draft)).length === 0;
  return (
    <MappingFoot
      path={path}
      applying={applying}
      isKept={isKept}
      overrides={isReadable ? draft : null}
      actions={datasets}
    />
  );
}
