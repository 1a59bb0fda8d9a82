import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPageHandler } from './app-scheme.ts';

describe('the page scheme', () => {
  let pageFolder: string;
  beforeAll(async () => {
    pageFolder = await mkdtemp(join(tmpdir(), 'crossline-page-'));
    await writeFile(join(pageFolder, 'index.html'), '<!doctype html>');
  });
  afterAll(() => rm(pageFolder, { recursive: true }));

  test('serves a page file with its type and a policy that forbids inline scripts', async () => {
    const response = await createPageHandler(pageFolder)({ url: 'crossline://app/index.html' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(await response.text()).toBe('<!doctype html>');
  });

  test.each(['crossline://app/missing.js', 'crossline://elsewhere/index.html', 'https://app/index.html'])(
    'refuses %s',
    async (url) => {
      expect((await createPageHandler(pageFolder)({ url })).status).toBe(404);
    },
  );
});
