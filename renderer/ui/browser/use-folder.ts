import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderListing } from '../../../shared/contract.ts';
import { faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import { useViewer } from '../../bindings/viewer.tsx';

export interface FolderView {
  /** The last folder that could be listed. */
  readonly listing: FolderListing | null;
  readonly fault: CrosslineFault | null;
  readonly go: (path: string) => void;
}

/** Lists a folder; a folder that cannot be listed leaves the last one in view and says why. */
export function useFolder(start: string): FolderView {
  const { commands } = useViewer();
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [fault, setFault] = useState<CrosslineFault | null>(null);
  const latest = useRef(0);

  const go = useCallback(
    (path: string): void => {
      latest.current += 1;
      const asked = latest.current;
      commands.listFolder(path).then(
        (answer) => {
          if (asked !== latest.current) return;
          setListing(answer);
          setFault(null);
        },
        (thrown: unknown) => asked === latest.current && setFault(faultOf(thrown)),
      );
    },
    [commands],
  );

  useEffect(() => go(start), [go, start]);
  return { listing, fault, go };
}
