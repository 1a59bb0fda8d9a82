import { Check, Download, Upload } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import { mappingOptionsText } from '../../../shared/mapping/mapping-options-text.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { wantedOf } from '../../state/dataset/dataset-draft.ts';
import { chosenDraft } from '../../state/dataset/dataset-store.ts';
import assistant from '../assistant/assistant.module.css';
import { Button } from '../controls/Button.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { saveText } from '../controls/save-text.ts';
import { fileNameOf } from '../shell/format.ts';

/** What is done with the reading that is looked at. */
export function DatasetFoot({ path }: { readonly path: string }) {
  const { stores, datasets } = useViewer();
  const { isKept, applying } = useStore(stores.dataset);
  const draft = useStore(stores.dataset, chosenDraft);
  const chooser = useRef<HTMLInputElement>(null);
  const isReadable = draft !== null && Object.keys(wantedOf(draft)).length === 0;
  const isBusy = applying.status === 'running';

  const save = (): void => {
    const json = JSON.stringify(overridesToJson(draft ?? {}), null, 2);
    saveText(`${fileNameOf(path)}.mapping.json`, 'application/json', `${json}\n`);
  };
  const load = (file: File | undefined): void => {
    if (file !== undefined) void file.text().then((text) => datasets.load(file.name, text));
  };

  return (
    <div className={assistant['foot']}>
      {applying.status === 'failed' && <FaultNote fault={applying.fault} />}
      <div className={assistant['footRow']}>
        <label className={assistant['keep']}>
          <Checkbox.Root
            className={assistant['checkbox']}
            checked={isKept}
            onCheckedChange={(checked) => datasets.setKept(checked === true)}
          >
            <Checkbox.Indicator asChild>
              <Check aria-hidden />
            </Checkbox.Indicator>
          </Checkbox.Root>
          Keep for this file, and offer it to files alike
        </label>
        <span className={assistant['spring']} />
        <IconButton label="Load a mapping (JSON)" onClick={() => chooser.current?.click()}>
          <Upload aria-hidden />
        </IconButton>
        <IconButton label="Save the mapping (JSON)" disabled={!isReadable} onClick={save}>
          <Download aria-hidden />
        </IconButton>
        <CopyButton
          label="Copy as options of the command line"
          disabled={!isReadable}
          text={() => mappingOptionsText(draft ?? {})}
        />
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          data-testid="mapping-file"
          onChange={(event) => {
            load(event.currentTarget.files?.[0]);
            // The same file may be chosen again, after it was changed.
            event.currentTarget.value = '';
          }}
        />
        <Button onClick={() => datasets.close()}>Cancel</Button>
        <Button isPrimary disabled={isBusy || !isReadable} onClick={() => void datasets.apply()}>
          {isBusy ? 'Reading…' : 'Read the file so'}
        </Button>
      </div>
    </div>
  );
}
