import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './controls.module.css';
import { IconButton } from './IconButton.tsx';

interface ModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** CSS width of the dialog. */
  readonly width: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Modal({ title, isOpen, width, onClose, children }: ModalProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles['scrim']} />
        <Dialog.Content className={styles['dialog']} style={{ width }} aria-describedby={undefined}>
          <div className={styles['dialogHead']}>
            <Dialog.Title className={styles['dialogTitle']}>{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close">
                <X aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <div className={styles['dialogBody']}>{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
