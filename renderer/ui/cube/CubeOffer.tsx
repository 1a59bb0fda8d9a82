import { X } from 'lucide-react';
import { useStore } from 'zustand';
import type { CubeFileState } from '../../../shared/cube-file.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { isCubeWanted } from '../../state/cube-file-store.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Tip } from '../controls/Tip.tsx';
import { fileNameOf, formatBytes } from '../shell/format.ts';
import styles from './cube.module.css';

/** One click to a cube file, where the survey has none that fits. Once declined it is not seen again. */
export function CubeOffer({ info }: { readonly info: SurveyInfo }) {
  const { stores, cubes } = useViewer();
  const cubeFile = useStore(stores.session, (state) => state.cubeFiles[info.id]);
  const isDeclined = useStore(stores.preferences, ({ declinedCubes }) => declinedCubes.includes(info.path ?? ''));
  if (cubeFile === undefined || !isCubeWanted(cubeFile) || isDeclined) return null;
  const { text, tip, action } = offerOf(cubeFile, info);
  const build = (): void => {
    // What would be replaced is shown first.
    if (cubeFile.status === 'none') void cubes.build(info.id);
    else cubes.show(info.id);
  };
  return (
    <div className={styles['offer']} data-testid="cube-offer">
      <p className={styles['offerText']}>{text}</p>
      <IconButton label="Do not offer it again" onClick={() => cubes.decline(info)}>
        <X aria-hidden />
      </IconButton>
      <div className={styles['offerAction']}>
        <Tip text={tip}>
          <Button onClick={build}>{action}</Button>
        </Tip>
        {cubeFile.status === 'none' && <span>{formatBytes(cubeFile.expectedBytes)}</span>}
      </div>
    </div>
  );
}

function offerOf(cubeFile: CubeFileState, { name }: SurveyInfo): { text: string; tip: string; action: string } {
  const file = fileNameOf(cubeFile.path);
  if (cubeFile.status !== 'none') {
    const why = cubeFile.status === 'lost' ? 'can no longer be read' : 'is out of date';
    return { text: `${file} ${why}: slices come from ${name}.`, tip: cubeFile.path, action: 'Cube file…' };
  }
  return cubeFile.isBegun
    ? { text: `Building ${file} was interrupted.`, tip: `Goes on in ${cubeFile.path}`, action: 'Continue' }
    : {
        text: 'A cube file makes every slice quick.',
        tip: `Writes ${cubeFile.path}; ${name} stays as it is`,
        action: 'Build cube file',
      };
}
