import { MapPinOff } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import styles from './map.module.css';

/** What is open and not on the map, and why. */
export function MapAbsent() {
  const absent = useStore(useViewer().stores.map, (state) => state.absent);
  if (absent.length === 0) return null;
  return (
    <div className={styles['absent']}>
      <Popover.Root>
        <Popover.Trigger asChild>
          <Button>
            <MapPinOff aria-hidden /> {absent.length} not on the map
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className={styles['absentList']}
            side="top"
            align="start"
            sideOffset={4}
            collisionPadding={8}
          >
            <ul aria-label="Not on the map">
              {absent.map(({ name, reason }, at) => (
                <li key={at}>
                  <b>{name}</b>: {reason}.
                </li>
              ))}
            </ul>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
