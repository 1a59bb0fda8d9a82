/** The surveys and folders opened last, kept in the state folder between runs. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RecentSurvey } from '../../shared/contract.ts';

const MAX_RECENT = 12;

export class RecentSurveys {
  readonly #folder: string;
  readonly #isKept: boolean;
  /** One change at a time, so that none is lost. */
  #changes: Promise<void> = Promise.resolve();

  /** @param isKept whether what is added is; commands leave no traces */
  constructor(stateFolder: string, isKept: boolean) {
    this.#folder = stateFolder;
    this.#isKept = isKept;
  }

  /** Newest first. A missing or damaged list is an empty one: it is a convenience and no reason to fail. */
  async list(): Promise<readonly RecentSurvey[]> {
    await this.#changes;
    return await this.#read();
  }

  async add(path: string): Promise<void> {
    if (!this.#isKept) return;
    const change = this.#changes.then(() => this.#add(path));
    this.#changes = change.catch(() => undefined);
    await this.#changes;
  }

  /** Resolves when everything added so far is on the disk. */
  async settled(): Promise<void> {
    await this.#changes;
  }

  get #file(): string {
    return join(this.#folder, 'recent.json');
  }

  async #read(): Promise<readonly RecentSurvey[]> {
    try {
      const list: unknown = JSON.parse(await readFile(this.#file, 'utf8'));
      return Array.isArray(list) ? list.filter(isRecentSurvey) : [];
    } catch {
      return [];
    }
  }

  async #add(path: string): Promise<void> {
    const others = (await this.#read()).filter((recent) => recent.path !== path);
    const list = [{ path, name: basename(path), openedMs: Date.now() }, ...others].slice(0, MAX_RECENT);
    await mkdir(this.#folder, { recursive: true });
    // Written aside and renamed: a crash leaves the old list or the new one.
    const draft = `${this.#file}.${process.pid}`;
    await writeFile(draft, JSON.stringify(list, null, 2));
    await rename(draft, this.#file);
  }
}

function isRecentSurvey(value: unknown): value is RecentSurvey {
  if (typeof value !== 'object' || value === null) return false;
  const { path, name, openedMs } = value as Partial<Record<keyof RecentSurvey, unknown>>;
  return typeof path === 'string' && typeof name === 'string' && typeof openedMs === 'number';
}
