import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runSteps } from './run-steps.mjs';

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((text: string) => void printed.push(text));
  }
});
afterEach(() => vi.restoreAllMocks());

const lastLine = () => printed.join('\n').split('\n').at(-1);
const step = (name: string, result: boolean | Error) => ({
  name,
  run: () => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result)),
});
const passing = () => Promise.resolve({ passed: 5, failed: [], skipped: [] });

const run = (changes = {}) =>
  runSteps({
    install: step('install', true),
    checks: [step('lint', true), step('type-check', true)],
    build: step('build', true),
    tests: passing,
    counted: ['lint', 'type-check', 'build'],
    ...changes,
  });

test('early steps count as tests', async () => {
  expect(await run()).toBe(0);
  expect(lastLine()).toBe('8 passed, 0 failed, 0 skipped');
});

test('a failed check does not keep the tests from running', async () => {
  expect(await run({ checks: [step('lint', false), step('type-check', true)] })).toBe(1);
  expect(lastLine()).toBe('7 passed, 1 failed, 0 skipped');
});

test('after a failed install nothing runs, after a failed build no test', async () => {
  expect(await run({ install: step('install', new Error('npm ci failed')) })).toBe(1);
  expect(printed).toContain('npm ci failed');
  expect(lastLine()).toBe('0 passed, 1 failed, 0 skipped');
  expect(await run({ build: step('build', new Error('no entry')) })).toBe(1);
  expect(lastLine()).toBe('2 passed, 1 failed, 0 skipped');
});

test('a test run that breaks down is a failure and still ends with the line', async () => {
  expect(await run({ tests: () => Promise.reject(new Error('no report')) })).toBe(1);
  expect(lastLine()).toBe('3 passed, 1 failed, 0 skipped');
});
