import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import styles from './shell.module.css';

const TEXTS = { connecting: 'Connecting…', ready: 'Engine ready', lost: 'Engine lost' } as const;

export function ConnectionLight() {
  const status = useStore(useViewer().stores.session, (state) => state.connection.status);
  return (
    <span className={styles['connection']} data-status={status} data-testid="connection" role="status">
      {TEXTS[status]}
    </span>
  );
}
