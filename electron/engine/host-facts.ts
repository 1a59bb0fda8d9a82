/** What the engine tells a page of its host. */
import { homedir } from 'node:os';
import { PROTOCOL_VERSION } from '../../shared/contract.ts';
import type { NativeReader } from '../native/native-reader.ts';
import type { EngineOptions } from './engine-options.ts';
import type { HostFacts } from './engine-parts.ts';
import type { FileAccess } from './file-access.ts';

export function hostFacts(options: EngineOptions, reader: NativeReader, sampleFolder: string): HostFacts {
  const access: FileAccess = options.access ?? { roots: 'anywhere', files: [] };
  const dialogs = options.dialogs ?? null;
  const files = [...access.files];
  return {
    access: access.roots === 'anywhere' ? access : { files, roots: [...access.roots, sampleFolder] },
    allowFile: (path) => void files.push(path),
    dialogs,
    requested: options.requested ?? [],
    hello: {
      protocolVersion: PROTOCOL_VERSION,
      version: options.version,
      host: options.host,
      reader: reader.kind,
      readerNotice: reader.notice,
      nativeDialogs: dialogs !== null,
      roots: access.roots === 'anywhere' ? [homedir()] : access.roots,
      sampleFolder,
      platform: process.platform,
    },
  };
}
