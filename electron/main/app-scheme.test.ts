import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPageHandler, pageFileOf } from './app-scheme.ts';

describe('the page scheme', () => {
  let pageFolder: string;
  beforeAll(async () => {
    pageFolder = await mkdtemp(join(tmpdir(), 'crossline-page-'));
    await writeFile(join(pageFolder, 'index.html'), '<!doctype html>');
    await writeFile(join(pageFolder, 'secret.pem'), 'x');
  });

  test.each([
    ['crossline://app/index.html', '/page/index.html'],
    ['crossline://app/assets/a%20b.js', '/page/assets/a b.js'],
    ['crossline://app/../../etc/passwd', '/page/etc/passwd'],
    ['crossline://app/%2e%2e/%2e%2e/etc/passwd', '/page/etc/passwd'],
    ['crossline://app/..%2f..%2fetc/passwd', null],
    ['crossline://elsewhere/index.html', null],
    ['https://app/index.html', null],
    ['crossline://app/', '/page/'],
  ])('%s names %s', (address, file) => {
    expect(pageFileOf(address, '/page')).toBe(file);
  });

  test('serves a page file with its type and a policy that forbids inline scripts', async () => {
    const response = await createPageHandler(pageFolder)({ url: 'crossline://app/index.html' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(await response.text()).toBe('<!doctype html>');
  });

  test.each([
    'crossline://app/',
    'crossline://app/missing.js',
    'crossline://app/secret.pem',
    'crossline://app/..%2fsecret.js',
  ])('refuses %s', async (url) => {
    expect((await createPageHandler(pageFolder)({ url })).status).toBe(404);
  });
});
