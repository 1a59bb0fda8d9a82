import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPageFile } from './page-file.ts';

let folder: string;
let pageFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-page-'));
  pageFolder = join(folder, 'page');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html>');
  await writeFile(join(pageFolder, 'assets', 'a b.js'), 'run();');
  await writeFile(join(pageFolder, 'secret.pem'), 'x');
  await writeFile(join(folder, 'outside.js'), 'x');
});

afterAll(() => rm(folder, { recursive: true }));

describe('a file of the page', () => {
  it.each([
    ['/', '<!doctype html>', 'text/html; charset=utf-8'],
    ['/index.html', '<!doctype html>', 'text/html; charset=utf-8'],
    ['/assets/a%20b.js', 'run();', 'text/javascript; charset=utf-8'],
    ['/assets/../index.html', '<!doctype html>', 'text/html; charset=utf-8'],
  ])('%s is found with its type and a policy that forbids inline scripts', async (pathname, content, type) => {
    const file = await readPageFile(pageFolder, pathname);
    expect(file?.body.toString()).toBe(content);
    expect(file?.headers['Content-Type']).toBe(type);
    expect(file?.headers['Content-Security-Policy']).toContain("script-src 'self';");
  });

  it.each([
    ['a missing file', '/missing.js'],
    ['a file of an unknown type', '/secret.pem'],
    ['a folder', '/assets'],
    ['a file outside', '/../outside.js'],
    ['a file outside, escaped', '/%2e%2e%2foutside.js'],
    ['a broken escape', '/%zz.js'],
    ['a null character', '/index.html%00.js'],
  ])('%s is not', async (_, pathname) => {
    expect(await readPageFile(pageFolder, pathname)).toBeNull();
  });
});
