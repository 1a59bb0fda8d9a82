import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { useViewer } from '../../bindings/viewer.tsx';
import { IconButton } from '../controls/IconButton.tsx';

/** Shows a document of crossings of the user's computer, whoever wrote it. */
export function ImportButton() {
  const { crossings } = useViewer();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await crossings.importDocument(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.cbor,.bson"
        data-testid="import-document"
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          // The same file again shall be read again.
          event.currentTarget.value = '';
        }}
      />
      <IconButton label="Import a document of crossings" onClick={() => input.current?.click()}>
        <FileUp aria-hidden />
      </IconButton>
    </>
  );
}
