import { expect, test } from 'vitest';
import { CrosslineError } from '../../shared/errors.ts';
import { bundleFilesOf } from './bundle-files.ts';
import { requestedFiles } from './requested-files.ts';

const PACKAGED = true;

test.each([
  ['a checkout', ['electron', 'dist/node/main.mjs', '--inspect', 'a.sgy', '/b.sgy'], false],
  ['a package', ['/opt/crossline', 'a.sgy', '--no-sandbox', '/b.sgy'], PACKAGED],
])('%s is asked for the files in its command line', async (_where, argv, isPackaged) => {
  expect(await requestedFiles(argv, isPackaged, '/home/me')).toEqual([
    { path: '/home/me/a.sgy', overrides: null },
    { path: '/b.sgy', overrides: null },
  ]);
});

test('the options that say how files are read count for all of them', async () => {
  const argv = ['/opt/crossline', '--inline-byte', '5', 'a.sgy', '--no-sandbox', '--format', '5', 'b.sgy'];
  const overrides = { inline: { byte: 5, type: 'int32' }, format: 5 };
  expect(await requestedFiles(argv, PACKAGED, '/home/me')).toEqual([
    { path: '/home/me/a.sgy', overrides },
    { path: '/home/me/b.sgy', overrides },
  ]);
});

test.each([[['--inline-byte', 'here']], [['--byte-order', 'middle']], [['--mapping', 'none.json']], [['--format']]])(
  '%j is refused',
  async (options) => {
    const refused = requestedFiles(['/opt/crossline', 'a.sgy', ...options], PACKAGED, '/nowhere');
    await expect(refused).rejects.toThrow(CrosslineError);
  },
);

test('job processes lie outside the archive, the rest inside', () => {
  expect(bundleFilesOf('/opt/resources/app.asar/dist/node/main.mjs')).toEqual({
    preload: '/opt/resources/app.asar/dist/node/preload.cjs',
    jobProcess: '/opt/resources/app.asar.unpacked/dist/node/job-process.mjs',
    pageFolder: '/opt/resources/app.asar/dist/page',
    icon: '/opt/resources/app.asar/assets/icon.png',
  });
});
