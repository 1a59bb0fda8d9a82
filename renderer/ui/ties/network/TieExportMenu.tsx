import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { TieFormat } from '../../../bindings/ties/tie-commands.ts';
import { useViewer } from '../../../bindings/viewer.tsx';
import controls from '../../controls/controls.module.css';
import { saveBlob } from '../../controls/save-blob.ts';

interface Offer {
  readonly label: string;
  readonly format: TieFormat;
  readonly fileName: string;
  readonly type: 'application/json' | 'text/csv';
}

const OFFERS: readonly Offer[] = [
  { label: 'JSON', format: 'json', fileName: 'ties.json', type: 'application/json' },
  { label: 'CSV, the lines', format: 'lines-csv', fileName: 'tie-lines.csv', type: 'text/csv' },
  { label: 'CSV, the crossings', format: 'crossings-csv', fileName: 'tie-crossings.csv', type: 'text/csv' },
];

/** Corrections and ties as a file. */
export function TieExportMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const { ties } = useViewer();
  const save = async ({ format, fileName, type }: Offer): Promise<void> => {
    const text = await ties.write(format);
    if (text !== null) saveBlob(fileName, new Blob([text], { type }));
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={controls['button']} disabled={isDisabled}>
        <Download aria-hidden /> Export
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls['menu']} align="end" sideOffset={2}>
          {OFFERS.map((offer) => (
            <DropdownMenu.Item key={offer.label} className={controls['menuItem']} onSelect={() => void save(offer)}>
              {offer.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
