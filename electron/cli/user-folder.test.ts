import { describe, expect, it } from 'vitest';
import { userFolder } from './user-folder.ts';

const npm = {
  INIT_CWD: '/home/ann/surveys',
  npm_package_name: 'crossline',
  npm_package_json: '/opt/crossline/package.json',
};

describe('userFolder', () => {
  it('is where npm was called when npm runs our own script', () => {
    expect(userFolder(npm, '/opt/crossline')).toBe('/home/ann/surveys');
  });

  it('is the current folder without npm', () => {
    expect(userFolder({}, '/data')).toBe('/data');
  });

  it("is the current folder in another package's script, which names paths from its own root", () => {
    expect(userFolder({ ...npm, npm_package_name: 'theirs' }, '/opt/crossline')).toBe('/opt/crossline');
  });

  it('is the current folder where the script has changed it', () => {
    expect(userFolder(npm, '/tmp')).toBe('/tmp');
  });
});
