import { useState } from 'react';
import type { SurveyControls } from '../../bindings/SurveyCanvas.tsx';
import type { ViewPreset } from '../../scene/view-presets.ts';
import { Choice, type ChoiceOption } from '../controls/Choice.tsx';
import { Maximize } from 'lucide-react';
import { IconButton } from '../controls/IconButton.tsx';
import { SceneLines } from './SceneLines.tsx';
import shell from '../shell/shell.module.css';
import styles from './scene.module.css';

const PRESETS: readonly ChoiceOption<ViewPreset>[] = [
  { value: 'default', label: 'Oblique' },
  { value: 'top', label: 'From above' },
  { value: 'inline', label: 'Along crosslines' },
  { value: 'crossline', label: 'Along inlines' },
  { value: 'north', label: 'From north' },
  { value: 'east', label: 'From east' },
  { value: 'south', label: 'From south' },
  { value: 'west', label: 'From west' },
];

type Exaggeration = 'auto' | '1' | '2' | '5' | '10';

/** VE is what the field calls it; the control's name says it in full. */
const EXAGGERATIONS: readonly ChoiceOption<Exaggeration>[] = [
  { value: 'auto', label: 'VE auto' },
  { value: '1', label: 'VE × 1' },
  { value: '2', label: 'VE × 2' },
  { value: '5', label: 'VE × 5' },
  { value: '10', label: 'VE × 10' },
];

export function SceneToolbar({ controls }: { readonly controls: SurveyControls | null }) {
  const [preset, setPreset] = useState<ViewPreset>('default');
  const [exaggeration, setExaggeration] = useState<Exaggeration>('auto');

  const look = (chosen: ViewPreset): void => {
    setPreset(chosen);
    controls?.lookFrom(chosen);
  };

  return (
    <div className={shell['toolbar']} role="toolbar" aria-label="3D view">
      <span className={styles['choice']}>
        <Choice label="Look from" value={preset} options={PRESETS} onChange={look} />
      </span>
      <span className={styles['exaggeration']}>
        <Choice
          label="Vertical exaggeration"
          value={exaggeration}
          options={EXAGGERATIONS}
          onChange={(chosen) => {
            setExaggeration(chosen);
            controls?.setVerticalExaggeration(chosen === 'auto' ? null : Number(chosen));
          }}
        />
      </span>
      <span className={shell['spring']} />
      <SceneLines />
      <IconButton label="Show all of it" onClick={() => look(preset)}>
        <Maximize aria-hidden />
      </IconButton>
    </div>
  );
}
