import { LoaderCircle, X } from 'lucide-react';
import { useStore } from 'zustand';
import type { MappingOverrides, MappingState } from '../../../shared/mapping/segy-mapping.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { IDLE } from '../../state/action-state.ts';
import type { MappingField } from '../../state/assistant/mapping-draft.ts';
import type { OpenSurvey } from '../../state/session-store.ts';
import { fieldLabel, fieldValueText } from '../assistant/mapping-words.ts';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import styles from './health.module.css';

const ORIGINS: Readonly<Record<MappingState['origin'], string>> = {
  detected: 'Read as detected',
  given: 'Read as you said',
  remembered: 'Read as kept for this file',
};

/** How the file is read now, which parts of that the user settled, and how to take them back. */
export function ReadingLine({ survey }: { readonly survey: OpenSurvey }) {
  const { stores, mapping: commands, assistant } = useViewer();
  const { id, path, mapping } = survey.info;
  const remap = useStore(stores.session, (state) => state.remaps[id] ?? IDLE);
  if (mapping === null || path === null) return null;
  const { origin, overrides, preset } = mapping;
  const settled = Object.keys(overrides) as MappingField[];
  const isBusy = remap.status === 'running';
  return (
    <div className={styles['reading']}>
      <div className={styles['readingRow']}>
        <span className={styles['origin']} role="status">
          {isBusy && <LoaderCircle aria-hidden className={styles['spinner']} />}
          {isBusy ? 'Reading the file anew…' : `${ORIGINS[origin]}${preset === null ? '' : `, ${preset}`}`}
        </span>
        {origin === 'given' && (
          <Button disabled={isBusy} onClick={() => void commands.keep(id)}>
            Keep for this file
          </Button>
        )}
        {origin !== 'detected' && (
          <Button disabled={isBusy} onClick={() => void commands.readAsDetected(id)}>
            Read as detected
          </Button>
        )}
        <Button disabled={isBusy} onClick={() => void assistant.open(path)}>
          Other readings…
        </Button>
      </div>
      {settled.length > 0 && (
        <ul className={styles['chips']} aria-label="Settled by you">
          {settled.map((field) => (
            <li key={field} className={styles['chip']}>
              {fieldLabel(field)} <b>{fieldValueText(mapping.mapping, field)}</b>
              <button
                type="button"
                aria-label={`Take back: ${fieldLabel(field)}`}
                disabled={isBusy}
                onClick={() => void commands.read(id, without(overrides, field))}
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {remap.status === 'failed' && <FaultNote fault={remap.fault} />}
    </div>
  );
}

const without = (overrides: MappingOverrides, field: MappingField): MappingOverrides =>
  Object.fromEntries(Object.entries(overrides).filter(([name]) => name !== field));
