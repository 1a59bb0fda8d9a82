import { Check, Download, Upload } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import { mappingOptionsText } from '../../../shared/mapping/mapping-options-text.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { ActionState } from '../../state/action-state.ts';
import { Button } from '../controls/Button.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { saveText } from '../controls/save-text.ts';
import { fileNameOf } from '../shell/format.ts';
import styles from './assistant.module.css';

/** What is done to the file once somebody has decided. */
export interface MappingActions {
  setKept(isKept: boolean): void;
  load(name: string, text: string): void;
  close(): void;
  apply(): Promise<void>;
}

interface MappingFootProps {
  readonly path: string;
  readonly applying: ActionState;
  readonly isKept: boolean;
  /** Of the reading that is looked at; null while a part of it cannot be understood. */
  readonly overrides: MappingOverrides | null;
  readonly actions: MappingActions;
  /** Further buttons, before the others. */
  readonly children?: ReactNode;
}

/** What is done with the reading that is looked at. */
export function MappingFoot({ path, applying, isKept, overrides, actions, children }: MappingFootProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const isBusy = applying.status === 'running';
  const isAnySet = overrides !== null && Object.keys(overrides).length > 0;

  const save = (): void => {
    const json = JSON.stringify(overridesToJson(overrides ?? {}), null, 2);
    saveText(`${fileNameOf(path)}.mapping.json`, 'application/json', `${json}\n`);
  };
  const load = (file: File | undefined): void => {
    if (file !== undefined) void file.text().then((text) => actions.load(file.name, text));
  };

  return (
    <div className={styles['foot']}>
      {applying.status === 'failed' && <FaultNote fault={applying.fault} />}
      <div className={styles['footRow']}>
        <label className={styles['keep']}>
          <Checkbox.Root
            className={styles['checkbox']}
            checked={isKept}
            onCheckedChange={(checked) => actions.setKept(checked === true)}
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
        <IconButton label="Save the mapping (JSON)" disabled={!isAnySet} onClick={save}>
          <Download aria-hidden />
        </IconButton>
        <CopyButton
          label="Copy as options of the command line"
          disabled={!isAnySet}
          text={() => mappingOptionsText(overrides ?? {})}
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
        {children}
        <Button onClick={() => actions.close()}>Cancel</Button>
        <Button isPrimary disabled={isBusy || overrides === null} onClick={() => void actions.apply()}>
          {isBusy ? 'Reading…' : 'Read the file so'}
        </Button>
      </div>
    </div>
  );
}
