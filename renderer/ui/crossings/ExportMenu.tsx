import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { OutputFormat } from '../../../shared/exchange/encode-document.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import controls from '../controls/controls.module.css';
import { saveBlob } from '../controls/save-blob.ts';

interface Offer {
  readonly label: string;
  readonly format: OutputFormat;
  readonly withTraces: boolean;
}

const OFFERS: readonly Offer[] = [
  { label: 'JSON', format: 'json', withTraces: false },
  { label: 'JSON with bounding traces', format: 'json', withTraces: true },
  { label: 'CBOR', format: 'cbor', withTraces: false },
  { label: 'CBOR with bounding traces', format: 'cbor', withTraces: true },
  { label: 'BSON', format: 'bson', withTraces: false },
  { label: 'BSON with bounding traces', format: 'bson', withTraces: true },
  { label: 'CSV, the crossings alone', format: 'csv', withTraces: false },
];

const TYPES: Readonly<Record<OutputFormat, string>> = {
  json: 'application/json',
  cbor: 'application/cbor',
  bson: 'application/octet-stream',
  csv: 'text/csv',
};

/** The document of the open lines' crossings, as a file. */
export function ExportMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const { crossings } = useViewer();
  const [isRunning, setRunning] = useState(false);
  const save = async ({ format, withTraces }: Offer): Promise<void> => {
    setRunning(true);
    const bytes = await crossings.write(format, withTraces);
    setRunning(false);
    if (bytes !== null) saveBlob(`crossings.${format}`, new Blob([Uint8Array.from(bytes)], { type: TYPES[format] }));
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={controls['button']} disabled={isDisabled || isRunning}>
        <Download aria-hidden /> {isRunning ? 'Writing…' : 'Export'}
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
