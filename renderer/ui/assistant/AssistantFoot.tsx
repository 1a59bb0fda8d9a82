import { Check, Download, Upload } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import { mappingOptionsText } from '../../../shared/mapping/mapping-options-text.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { chosenDraft } from '../../state/assistant/assistant-changes.ts';
import { Button } from '../controls/Button.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { saveText } from '../controls/save-text.ts';
import { fileNameOf } from '../shell/format.ts';
import styles from './assistant.module.css';

/** What is done with the reading that is looked at. */
export function AssistantFoot({ path }: { readonly path: string }) {
  const { stores, assistant } = useViewer();
  const state = useStore(stores.assistant);
  const present = useStore(stores.session, ({ surveys }) => surveys.find(({ info }) => info.path === path)?.info);
  const chooser = useRef<HTMLInputElement>(null);
  const { isKept, applying } = state;
  const draft = chosenDraft(state);
  const isReadable = draft !== null && Object.keys(draft.invalid).length === 0;
  const isBusy = applying.status === 'running';
  const isDetected = present?.mapping?.origin === 'detected';
  const overrides = draft?.overrides ?? {};
  const hasOverrides = isReadable && Object.keys(overrides).length > 0;

  const save = (): void => {
    saveText(
      `${fileNameOf(path)}.mapping.json`,
      'application/json',
      `${JSON.stringify(overridesToJson(overrides), null, 2)}\n`,
    );
  };
  const load = (file: File | undefined): void => {
    if (file !== undefined) void file.text().then((text) => assistant.load(file.name, text));
  };

  return (
    <div className={styles['foot']}>
      {applying.status === 'failed' && <FaultNote fault={applying.fault} />}
      <div className={styles['footRow']}>
        <label className={styles['keep']}>
          <Checkbox.Root
            className={styles['checkbox']}
            checked={isKept}
            onCheckedChange={(checked) => assistant.setKept(checked === true)}
          >
            <Checkbox.Indicator asChild>
              <Check aria-hidden />
            </Checkbox.Indicator>
          </Checkbox.Root>
          Keep for this file, and offer it to files alike
        </label>
        <span className={styles['spring']} />
        <IconButton label="Load a mapping (JSON)" onClick={() => chooser.current?.click()}>
          <Upload aria-hidden />
        </IconButton>
        <IconButton label="Save the mapping (JSON)" disabled={!hasOverrides} onClick={save}>
          <Download aria-hidden />
        </IconButton>
        <CopyButton
          label="Copy as options of the command line"
          disabled={!hasOverrides}
          text={() => mappingOptionsText(overrides)}
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
        {present !== undefined && (
          <Button disabled={isBusy || isDetected} onClick={() => void assistant.applyDetected()}>
            Read as detected
          </Button>
        )}
        <Button onClick={() => assistant.close()}>Cancel</Button>
        <Button isPrimary disabled={isBusy || !isReadable} onClick={() => void assistant.apply()}>
          {isBusy ? 'Reading…' : 'Read the file so'}
        </Button>
      </div>
    </div>
  );
}
