import { expect, test } from 'vitest';
import { fallbackLine, hasDisplay, windowObstacle } from './choose-host.mjs';

test('Linux needs X11 or Wayland for a display, other systems have one', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('nothing stands against a window of a user with a display', () => {
  expect(windowObstacle({ platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000 })).toBeNull();
  expect(windowObstacle({ platform: 'win32', env: {}, uid: undefined })).toBeNull();
});

test('no display, root on Linux, and the wish for a browser each stand against it', () => {
  expect(windowObstacle({ platform: 'linux', env: {}, uid: 1000 })).toMatch(/display/);
  expect(windowObstacle({ platform: 'linux', env: { DISPLAY: ':0' }, uid: 0 })).toMatch(/root/);
  const wish = { CROSSLINE_HOST: 'browser' };
  expect(windowObstacle({ platform: 'darwin', env: wish, uid: 501 })).toMatch(/CROSSLINE_HOST/);
});

test('the reason is one line', () => {
  expect(fallbackLine('there is no display')).toBe(
    'No Electron window (there is no display): opening in the browser instead.',
  );
});
