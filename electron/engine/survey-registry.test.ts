/** Generations: what was read of a survey that has changed or closed must not be shown as what it is now. */
import { expect, it } from 'vitest';
import type { SurveyInfo } from '../../shared/survey.ts';
import type { SurveySource } from '../formats/survey-source.ts';
import { openSynthetic } from '../formats/synthetic/synthetic-source.ts';
import { SurveyRegistry } from './survey-registry.ts';

type Tell = (info: SurveyInfo, hasSameSlices: boolean) => void;

/** A registry of one survey, whose source tells what the test says. */
async function openOne() {
  const stale: string[] = [];
  const listeners: Tell[] = [];
  const openSource = (id: string): SurveySource =>
    Object.assign(openSynthetic('synthetic:?inlines=4', id), {
      onInfo: (listener: Tell) => {
        listeners.push(listener);
        return () => undefined;
      },
    });
  const registry = new SurveyRegistry(
    {
      identify: (path) => Promise.resolve(path),
      open: (_, id) => Promise.resolve({ source: openSource(id), overrides: {}, applyScan: null, identify: null }),
    },
    {
      onOpened: () => undefined,
      onStale: (keyPrefix) => stale.push(keyPrefix),
      onChanged: () => undefined,
      onClosed: () => undefined,
      onFailed: () => undefined,
    },
  );
  const survey = await registry.open('a path', null);
  return { registry, survey, stale, tell: (isSame: boolean) => listeners[0]!(survey.source.info, isSame) };
}

it('keeps slices that a scan confirmed and drops those that it corrected', async () => {
  const { survey, stale, tell } = await openOne();
  const { keyPrefix } = survey;
  tell(true);
  expect([survey.keyPrefix, stale]).toEqual([keyPrefix, []]);
  tell(false);
  expect(survey.keyPrefix).not.toBe(keyPrefix);
  expect(stale).toEqual([keyPrefix]);
});

it('leaves a closed survey without a valid key, so that a read that ends late is not kept', async () => {
  const { registry, survey, stale } = await openOne();
  const { keyPrefix } = survey;
  await registry.close(survey.id);
  expect(stale).toEqual([keyPrefix]);
  expect(keyPrefix.startsWith(survey.keyPrefix)).toBe(false);
});
