import { useCallback, useSyncExternalStore } from 'react';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { PreviewOutcome, PreviewQueue, ShownPreview } from '../../engine-client/preview-queue.ts';
import { useViewer } from '../viewer.tsx';

const NOTHING_SHOWN: ShownPreview = { preview: null, fault: null, isPending: false };

/** What the large view of the assistant shows. */
export const useShownPreview = (): ShownPreview => useShown(useViewer().assistant.previews);

/** What the dialog of an HDF5 file shows. */
export const useDatasetPreview = (): ShownPreview => useShown(useViewer().datasets.previews);

function useShown(previews: PreviewQueue | null): ShownPreview {
  return useSyncExternalStore(
    useCallback((listener) => previews?.subscribe(listener) ?? unsubscribed, [previews]),
    () => previews?.shown ?? NOTHING_SHOWN,
  );
}

/** How a reading of the list looks; null until that was read. */
export function usePreviewOf(overrides: MappingOverrides): PreviewOutcome | null {
  const { previews } = useViewer().assistant;
  return useSyncExternalStore(
    useCallback((listener) => previews?.subscribe(listener) ?? unsubscribed, [previews]),
    () => previews?.outcomeOf(overrides) ?? null,
  );
}

const unsubscribed = (): void => undefined;
