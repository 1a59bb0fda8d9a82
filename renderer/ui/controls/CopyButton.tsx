import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './IconButton.tsx';

interface CopyButtonProps {
  /** What it does: tooltip and accessible name. */
  readonly label: string;
  /** Made when it is asked for; null where there is nothing to copy. */
  readonly text: () => string | null;
  readonly disabled?: boolean;
}

const CONFIRMED_MS = 1500;

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ label, text, disabled = false }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);

  const copy = async (): Promise<void> => {
    const copied = text();
    if (copied === null) return;
    await navigator.clipboard.writeText(copied);
    setCopied(true);
    setTimeout(() => setCopied(false), CONFIRMED_MS);
  };

  return (
    <IconButton label={isCopied ? 'Copied' : label} disabled={disabled} onClick={() => void copy()}>
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </IconButton>
  );
}
