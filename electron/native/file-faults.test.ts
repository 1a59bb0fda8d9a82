import { expect, it } from 'vitest';
import { systemError } from './file-faults.ts';

it.each([
  ['ENOENT', 'file-not-found'],
  ['EACCES', 'no-permission'],
  ['ENOSPC', 'disk-full'],
  // The process's limit, the system's, and that of mappings.
  ['EMFILE', 'too-many-open'],
  ['ENFILE', 'too-many-open'],
  ['ENOMEM', 'too-many-open'],
  ['EIO', 'io-failed'],
])('%s is told as %s', (code, told) => {
  const thrown = Object.assign(new Error('words of the system'), { code });
  expect(systemError(thrown, '/data/a.sgy').fault).toMatchObject({ code: told, path: '/data/a.sgy' });
});
