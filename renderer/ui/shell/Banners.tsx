import { useStore } from 'zustand';
import { describeFault } from '../../../shared/errors.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import styles from './shell.module.css';

/** What concerns the whole page: the engine is lost, or something the user asked for failed. */
export function Banners() {
  const { stores, commands } = useViewer();
  const { connection, notice } = useStore(stores.session);
  return (
    <>
      {connection.status === 'lost' && (
        <div className={styles['banner']} role="alert" data-testid="engine-lost">
          <FaultLine {...describeFault(connection.fault)} />
          <Button onClick={() => commands.reconnect()}>Try now</Button>
        </div>
      )}
      {notice !== null && (
        <div className={styles['banner']} data-kind="fault" role="alert" data-testid="notice">
          <FaultLine {...describeFault(notice)} />
          <Button onClick={() => commands.dismissNotice()}>Dismiss</Button>
        </div>
      )}
    </>
  );
}

const FaultLine = ({ message, advice }: { readonly message: string; readonly advice: string }) => (
  <p className={styles['bannerText']}>
    {message} {advice}
  </p>
);
