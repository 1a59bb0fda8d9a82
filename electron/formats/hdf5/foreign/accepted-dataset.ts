/** The ways to read HDF5 files that the user accepted: kept like those of SEG-Y files, named by content and structure. */
import { basename, dirname } from 'node:path';
import type { Hdf5Proposal } from '../../../../shared/hdf5/hdf5-outline.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { NativeReader } from '../../../native/native-reader.ts';
import type { AcceptedMappings } from '../../segy/accepted/accepted-mappings.ts';
import { contentDigest, type Fingerprint } from '../../segy/accepted/fingerprint.ts';
import type { ChosenDataset } from '../source/cube-description.ts';

/** What was accepted for this very file; null where nothing was. */
export async function acceptedForHdf5(
  path: string,
  reader: NativeReader,
  accepted: AcceptedMappings,
): Promise<MappingOverrides | null> {
  const own = await accepted.recallOwn(() => digestOf(path, reader));
  return own?.overrides ?? null;
}

/** What was accepted for this file and for others with the same datasets, as proposals. */
export async function acceptedProposals(
  path: string,
  structure: string,
  reader: NativeReader,
  accepted: AcceptedMappings,
): Promise<Hdf5Proposal[]> {
  const { siblings } = await accepted.recallBy(() => printOf(path, structure, reader));
  return siblings.map(({ name, forSiblings }) => ({
    overrides: forSiblings,
    reasons: [`Accepted for ${name}, which holds the same datasets.`],
    isCertain: false,
    acceptedFor: name,
  }));
}

/** @throws CrosslineError io-failed of the file; Node's error where the state folder cannot be written */
export async function acceptDataset(
  path: string,
  { overrides, structure }: ChosenDataset,
  reader: NativeReader,
  accepted: AcceptedMappings,
): Promise<void> {
  const mapping = { name: basename(path), acceptedMs: Date.now(), overrides, forSiblings: overrides };
  await accepted.acceptBy(await printOf(path, structure, reader), mapping);
}

export async function forgetDataset(
  path: string,
  structure: string,
  reader: NativeReader,
  accepted: AcceptedMappings,
): Promise<void> {
  await accepted.forgetBy(await printOf(path, structure, reader));
}

/** Such a file does not say who wrote it: the same datasets are enough. */
const printOf = async (path: string, structure: string, reader: NativeReader): Promise<Fingerprint> => ({
  file: await digestOf(path, reader),
  structure,
  writer: structure,
  folder: dirname(path),
});

async function digestOf(path: string, reader: NativeReader): Promise<string> {
  const file = await reader.openFile(path);
  try {
    return await contentDigest(file);
  } finally {
    await file.close();
  }
}
