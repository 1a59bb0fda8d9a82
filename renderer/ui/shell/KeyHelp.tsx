import { Kbd } from '../controls/Kbd.tsx';
import { Modal } from '../controls/Modal.tsx';
import styles from './shell.module.css';

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['←', '→', '↑', '↓'], 'Step the active plane; hold to run'],
  [['Shift', '←', '→'], 'Step by ten'],
  [['Home', 'End'], 'First and last'],
  [['1', '2', '3', '4'], 'Inline, crossline, time slice, gather'],
  [['I', 'X', 'Z', 'G'], 'The same by letter'],
  [['[', ']'], 'Offset before and after, of gathers'],
  [['T'], 'Timing'],
  [['H'], 'Headers'],
  [['R'], 'Crossings of 2D lines'],
  [['W'], 'Ties of 2D lines'],
  [['Ctrl', 'Z'], 'There: undo what was chosen (Shift: redo)'],
  [['S'], 'Both sections at a crossing'],
  [['Y'], 'Their tie: shift, phase, gain, warping'],
  [['K'], 'Marks of crossings on sections'],
  [['N', 'P'], 'Next crossing and the one before'],
  [[',', '.', 'F'], 'There: turn left or right round, swap them'],
  [['A'], 'The cube along the 2D line'],
  [['B'], 'Base map'],
  [['L'], 'In 3D: chosen, all or no 2D lines'],
  [['M'], 'How the survey is read'],
  [['C'], 'Its cube file'],
  [['Ctrl', 'O'], 'Open a survey'],
  [['Ctrl', 'Shift', 'O'], 'Open a folder of surveys'],
  [['?'], 'This list'],
];

const POINTER: readonly (readonly [gesture: string, meaning: string])[] = [
  ['Drag a section', 'Pan'],
  ['Wheel', 'Zoom to the pointer (Shift: across, Alt: down)'],
  ['Double click', 'Show all of it'],
  ['Click a line on the map', 'Look at it there (Ctrl: choose it)'],
  ['Shift and drag on the map', 'Choose lines by a box'],
  ['Drag a plane in 3D', 'Move it through the survey'],
  ['Click a 2D line in 3D', 'Look at it'],
  ['Click a crossing in 3D', 'Both sections at it'],
  ['Shift and wheel on it', 'Step it'],
];

interface KeyHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export const KeyHelp = ({ isOpen, onClose }: KeyHelpProps) => (
  <Modal title="Keys and pointer" isOpen={isOpen} width="860px" onClose={onClose}>
    <dl className={styles['keys']}>
      {KEYS.map(([keys, meaning]) => (
        <div key={meaning} className={styles['keyRow']}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
      {POINTER.map(([gesture, meaning]) => (
        <div key={gesture} className={styles['keyRow']}>
          <dt>{gesture}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </Modal>
);
