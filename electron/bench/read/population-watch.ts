import type { NativeReader } from '../../native/native-reader.ts';

/** What mapping the resident parts of a file took, in the background of its opening. */
export interface Population {
  readonly bytes: number;
  readonly ms: number;
}

/** A reader's files start mapping when a survey is opened and tell nobody; this one lets a benchmark wait for it. */
export class PopulationWatch {
  readonly reader: NativeReader;
  #latest: Promise<Population> = Promise.resolve({ bytes: 0, ms: 0 });

  constructor(reader: NativeReader) {
    this.reader = {
      kind: reader.kind,
      notice: reader.notice,
      openFile: async (path) => {
        const file = await reader.openFile(path);
        const populate = file.populateResident.bind(file);
        file.populateResident = (signal) => {
          const started = performance.now();
          const bytes = populate(signal);
          this.#latest = bytes.then((value) => ({ bytes: value, ms: performance.now() - started }));
          this.#latest.catch(() => undefined);
          return bytes;
        };
        return file;
      },
    };
  }

  /** Of the file opened last. */
  latest(): Promise<Population> {
    return this.#latest;
  }
}
