/** Where the cube files of surveys lie: beside them, unless one was built elsewhere. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import * as v from 'valibot';

/** `sample.h5` of `sample.sgy`. */
export const cubeNameOf = (surveyPath: string): string => `${basename(surveyPath, extname(surveyPath))}.h5`;

const PLACES = v.record(v.string(), v.string());

export class CubePlaces {
  readonly #folder: string;
  /** One change at a time, so that none is lost. */
  #changes: Promise<void> = Promise.resolve();

  constructor(stateFolder: string) {
    this.#folder = stateFolder;
  }

  async placeOf(surveyPath: string): Promise<string> {
    await this.#changes;
    return (await this.#read())[surveyPath] ?? join(dirname(surveyPath), cubeNameOf(surveyPath));
  }

  /** Never fails: what cannot be kept is looked for beside the survey the next time. */
  keep(surveyPath: string, cubePath: string): Promise<void> {
    this.#changes = this.#changes.then(() => this.#keep(surveyPath, cubePath)).catch(() => undefined);
    return this.#changes;
  }

  get #file(): string {
    return join(this.#folder, 'cube-files.json');
  }

  /** A missing or damaged list is an empty one. */
  async #read(): Promise<Record<string, string>> {
    try {
      return v.parse(PLACES, JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      return {};
    }
  }

  async #keep(surveyPath: string, cubePath: string): Promise<void> {
    const { [surveyPath]: earlier, ...others } = await this.#read();
    const isBeside = cubePath === join(dirname(surveyPath), cubeNameOf(surveyPath));
    if (earlier === undefined && isBeside) return;
    await mkdir(this.#folder, { recursive: true });
    // Written aside and renamed: a crash leaves the old list or the new one.
    const draft = `${this.#file}.${process.pid}`;
    await writeFile(draft, JSON.stringify(isBeside ? others : { ...others, [surveyPath]: cubePath }, null, 2));
    await rename(draft, this.#file);
  }
}
