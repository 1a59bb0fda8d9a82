import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './controls.module.css';

interface ModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** CSS width of the dialog. */
  readonly width: string;
  /** As high as the window allows, with neither padding nor scrolling of its own. */
  readonly isBare?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Modal({ title, isOpen, width, isBare = false, onClose, children }: ModalProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles['scrim']} />
        <Dialog.Content
          className={styles['dialog']}
          style={{ width }}
          aria-describedby={undefined}
          onOpenAutoFocus={focusDialog}
        >
          <div className={styles['dialogHead']}>
            <Dialog.Title className={styles['dialogTitle']}>{title}</Dialog.Title>
            <Dialog.Close className={styles['icon']} aria-label="Close">
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <div className={styles[isBare ? 'dialogBare' : 'dialogBody']}>{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The dialog itself, unless something in it has asked for the focus: its close button says nothing of what it is for. */
function focusDialog(event: Event): void {
  event.preventDefault();
  const dialog = event.currentTarget;
  if (dialog instanceof HTMLElement && !dialog.contains(document.activeElement)) dialog.focus();
}
