import { Command } from 'commander';
import { expect, it } from 'vitest';
import { mappingOptionsText } from '../../../shared/mapping/mapping-options-text.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { createCollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from './mapping-options.ts';

/** The overrides that the command line makes of a text. */
async function parsed(text: string): Promise<MappingOverrides | null> {
  const command = addMappingOptions(new Command());
  command.parse(text === '' ? [] : text.split(' '), { from: 'user' });
  return await overridesOf(command.opts<MappingOptions>(), createCollectingTerminal('/'));
}

const EVERYTHING: MappingOverrides = {
  container: 'su',
  byteOrder: 'little',
  format: 5,
  samples: 462,
  intervalUs: 2000.5,
  inline: { byte: 5, type: 'int32' },
  crossline: { byte: 21, type: 'uint16' },
  x: { byte: 73, type: 'float32' },
  y: { byte: 77, type: 'ibm32' },
  scalar: { byte: 71, type: 'int16' },
  scalarValue: -100,
  coordinateUnit: 'degrees-minutes-seconds',
  cdp: { byte: 25, type: 'int32' },
  offset: { byte: 37, type: 'int32' },
  kind: 'gathers',
  domain: 'unknown',
};

it('reads every override from the text that says it', async () => {
  const text = mappingOptionsText(EVERYTHING);
  expect(text).toContain('--inline-byte 5:int32 --crossline-byte 21:uint16');
  expect(await parsed(text)).toEqual(EVERYTHING);
});

it.each([[{ scalarValue: null }], [{ scalarValue: 0.5, domain: 'depth' }]] as const)('reads %j so', async (overrides) =>
  expect(await parsed(mappingOptionsText(overrides))).toEqual(overrides),
);

it('has no text for no overrides, and none for no text', async () => {
  expect(mappingOptionsText({})).toBe('');
  expect(await parsed('')).toBeNull();
});
