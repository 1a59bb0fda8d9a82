import { Waypoints } from 'lucide-react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import type { FenceMode } from '../../state/scene/scene-situation.ts';
import { Choice, type ChoiceOption } from '../controls/Choice.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { countOf } from '../shell/format.ts';
import styles from './scene.module.css';

const MODES: readonly ChoiceOption<FenceMode>[] = [
  { value: 'none', label: 'No lines' },
  { value: 'chosen', label: 'Chosen lines' },
  { value: 'all', label: 'All lines' },
];

/** Which 2D lines stand in the scene, and whether their crossings do. Nothing where no line is open. */
export function SceneLines() {
  const { scene, session } = useViewer().stores;
  const { mode, arePostsShown, situation } = useStore(scene);
  const hasLines = useStore(session, ({ surveys }) => surveys.some(({ info }) => info.lines !== null));
  if (!hasLines) return null;
  const { leftOutCount, cube } = situation;
  const why = `${countOf(leftOutCount, 'line')} left out: in another unit of coordinates, or in depth among times. They are not compared.`;
  return (
    <>
      {leftOutCount > 0 && (
        <span className={styles['leftOut']} title={cube?.worldFromGrid === null ? NO_GROUND : why}>
          {countOf(leftOutCount, 'line')} left out
        </span>
      )}
      <span className={styles['lines']}>
        <Choice label="2D lines" value={mode} options={MODES} onChange={(chosen) => scene.setState({ mode: chosen })} />
      </span>
      <IconButton
        label="Crossings in 3D"
        aria-pressed={arePostsShown}
        onClick={() => scene.setState({ arePostsShown: !arePostsShown })}
      >
        <Waypoints aria-hidden />
      </IconButton>
    </>
  );
}

const NO_GROUND = 'The traces of the cube have no coordinates, so lines have no place among its slices.';
