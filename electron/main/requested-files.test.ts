import { expect, test } from 'vitest';
import { bundleFilesOf } from './bundle-files.ts';
import { requestedFiles } from './requested-files.ts';

test.each([
  ['a checkout', ['electron', 'dist/node/main.mjs', '--inspect', 'a.sgy', '/b.sgy'], false],
  ['a package', ['/opt/crossline', 'a.sgy', '--no-sandbox', '/b.sgy'], true],
])('%s is asked for the files in its command line', (_where, argv, isPackaged) => {
  expect(requestedFiles(argv, isPackaged, '/home/me')).toEqual([
    { path: '/home/me/a.sgy', overrides: null },
    { path: '/b.sgy', overrides: null },
  ]);
});

test('job processes lie outside the archive, the rest inside', () => {
  expect(bundleFilesOf('/opt/resources/app.asar/dist/node/main.mjs')).toEqual({
    preload: '/opt/resources/app.asar/dist/node/preload.cjs',
    jobProcess: '/opt/resources/app.asar.unpacked/dist/node/job-process.mjs',
    pageFolder: '/opt/resources/app.asar/dist/page',
    icon: '/opt/resources/app.asar/assets/icon.png',
  });
});
