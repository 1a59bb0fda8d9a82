/**
 * The mappings that the user accepted, kept between runs: one small JSON file each in the state folder, named by structure
 * and fingerprint so that siblings are found by name. Whatever is wrong with one, it is as if it were not there.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { overridesFromJson, overridesToJson } from '../../../../shared/mapping/mapping-json.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { fingerprintOf, type Fingerprint } from './fingerprint.ts';

export interface AcceptedMapping {
  /** Name of the file that it was accepted for. */
  readonly name: string;
  readonly acceptedMs: number;
  /** What opens that file so. */
  readonly overrides: MappingOverrides;
  /** What a sibling takes from it: nothing that belongs to the one file. */
  readonly forSiblings: MappingOverrides;
}

export interface RecalledMappings {
  /** Of this very file. */
  readonly own: AcceptedMapping | null;
  /** Of files of the same writer or folder whose headers are alike, newest first. */
  readonly siblings: readonly AcceptedMapping[];
}

export const NOTHING_RECALLED: RecalledMappings = { own: null, siblings: [] };

/** The overrides are checked by `overridesFromJson`. */
const KEPT = v.object({
  version: v.literal(1),
  name: v.string(),
  acceptedMs: v.number(),
  writer: v.string(),
  folder: v.string(),
  overrides: v.unknown(),
  forSiblings: v.unknown(),
});

type KeptMapping = v.InferOutput<typeof KEPT>;

/** Hex digits of each digest in a file's name: enough that no two meet, short enough for every file system. */
const NAME_DIGITS = 24;

export class AcceptedMappings {
  readonly folder: string;

  constructor(stateFolder: string) {
    this.folder = join(stateFolder, 'mappings');
  }

  /** Reads nothing of the file where nothing was ever accepted. */
  async recall(file: OpenFile): Promise<RecalledMappings> {
    return await this.recallBy(() => fingerprintOf(file));
  }

  /** The same of a file that is named another way. */
  async recallBy(printed: () => Promise<Fingerprint>): Promise<RecalledMappings> {
    const names = await this.#names();
    if (names.length === 0) return NOTHING_RECALLED;
    const print = await printed();
    const alike = names.filter((name) => name.startsWith(`${print.structure.slice(0, NAME_DIGITS)}-`));
    const kept = await Promise.all(alike.map(async (name) => ({ name, kept: await this.#read(name) })));
    let own: AcceptedMapping | null = null;
    const siblings: AcceptedMapping[] = [];
    for (const { name, kept: mapping } of kept) {
      if (mapping === null) continue;
      if (name === nameOf(print)) own = mapping;
      else if (mapping.writer === print.writer || mapping.folder === print.folder) siblings.push(mapping);
    }
    return { own, siblings: siblings.toSorted((one, other) => other.acceptedMs - one.acceptedMs) };
  }

  /** Of this very file, whatever its structure. */
  async recallOwn(digested: () => Promise<string>): Promise<AcceptedMapping | null> {
    const names = await this.#names();
    if (names.length === 0) return null;
    const end = `-${(await digested()).slice(0, NAME_DIGITS)}.json`;
    const name = names.find((each) => each.endsWith(end));
    return name === undefined ? null : await this.#read(name);
  }

  /** @throws CrosslineError io-failed of the file; Node's error where the state folder cannot be written */
  async accept(file: OpenFile, mapping: AcceptedMapping): Promise<void> {
    await this.acceptBy(await fingerprintOf(file), mapping);
  }

  /** @throws Node's error where the state folder cannot be written */
  async acceptBy(print: Fingerprint, mapping: AcceptedMapping): Promise<void> {
    const kept: KeptMapping = {
      version: 1,
      name: mapping.name,
      acceptedMs: mapping.acceptedMs,
      writer: print.writer,
      folder: print.folder,
      overrides: overridesToJson(mapping.overrides),
      forSiblings: overridesToJson(mapping.forSiblings),
    };
    await mkdir(this.folder, { recursive: true });
    // Written aside and renamed: a crash leaves the old mapping or the new one.
    const draft = join(this.folder, `draft-${randomUUID()}`);
    try {
      await writeFile(draft, JSON.stringify(kept, null, 2));
      await rename(draft, join(this.folder, nameOf(print)));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async forget(file: OpenFile): Promise<void> {
    await this.forgetBy(await fingerprintOf(file));
  }

  async forgetBy(print: Fingerprint): Promise<void> {
    await rm(join(this.folder, nameOf(print)), { force: true });
  }

  async #names(): Promise<readonly string[]> {
    return await readdir(this.folder).catch(() => []);
  }

  async #read(name: string): Promise<(AcceptedMapping & Pick<KeptMapping, 'writer' | 'folder'>) | null> {
    try {
      const kept = v.parse(KEPT, JSON.parse(await readFile(join(this.folder, name), 'utf8')));
      return {
        ...kept,
        overrides: overridesFromJson(kept.overrides),
        forSiblings: overridesFromJson(kept.forSiblings),
      };
    } catch {
      return null;
    }
  }
}

const nameOf = ({ structure, file }: Fingerprint): string =>
  `${structure.slice(0, NAME_DIGITS)}-${file.slice(0, NAME_DIGITS)}.json`;
