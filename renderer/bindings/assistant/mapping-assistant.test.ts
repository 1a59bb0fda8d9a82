import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineCalls } from '../../../shared/contract.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import type { MappingOverrides, MappingState } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { ManualClock } from '../../engine-client/testing/manual-clock.ts';
import { chosenDraft, chosenReading, textOfField } from '../../state/assistant/assistant-changes.ts';
import { addSurvey, failOpening, startOpening } from '../../state/session-changes.ts';
import { PETREL, proposalOf, STANDARD } from '../../state/testing/mappings.ts';
import { CUBE } from '../../state/testing/survey-infos.ts';
import type { EngineLink } from '../engine-link.ts';
import { createViewerStores } from '../viewer-stores.ts';
import { MappingAssistant } from './mapping-assistant.ts';

const PATH = '/data/cube.sgy';
const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

const detected: MappingState = { mapping: STANDARD, overrides: {}, origin: 'detected', preset: null, reasons: [] };

/** An engine that reads the file by whatever it is told. */
function createRig() {
  const stores = createViewerStores(NO_STORAGE);
  const clock = new ManualClock();
  const asked: [call: string, detail: unknown][] = [];
  const refusing = { proposals: false, reading: false };
  const infoBy = (overrides: MappingOverrides): SurveyInfo => ({
    ...CUBE,
    path: PATH,
    mapping: { ...detected, mapping: { ...STANDARD, ...overrides }, overrides, origin: 'given' },
  });
  const no = (): Promise<never> =>
    Promise.reject(new CrosslineError({ code: 'not-segy', path: PATH, reason: 'it is not' }));
  const calls: Partial<EngineCalls> = {
    proposeMappings: () =>
      refusing.proposals
        ? no()
        : Promise.resolve([proposalOf(STANDARD, 'Standard'), proposalOf(PETREL, 'Petrel 5/21')]),
    previewMapping: (_, overrides) => {
      asked.push(['preview', overrides]);
      return Promise.resolve({ info: infoBy(overrides), baseMap: null } as unknown as MappingPreview);
    },
    remapSurvey: (_, overrides) => {
      asked.push(['remap', overrides]);
      return refusing.reading ? no() : Promise.resolve(infoBy(overrides));
    },
    openSurvey: (_, overrides) => {
      asked.push(['open', overrides]);
      return Promise.resolve(infoBy(overrides ?? {}));
    },
    acceptMapping: (id) => Promise.resolve(void asked.push(['accept', id])),
    forgetMapping: (id) => {
      asked.push(['forget', id]);
      return Promise.resolve({ ...CUBE, path: PATH, mapping: detected });
    },
  };
  const followed: SurveyInfo[] = [];
  const link = {
    calls,
    follow: (info: SurveyInfo) => followed.push(info),
    adopt: (path: string, info: SurveyInfo) => {
      followed.push(info);
      stores.session.setState(addSurvey(path, info));
    },
  } as unknown as EngineLink;
  const assistant = new MappingAssistant(stores, link, clock);
  const previewed = (): unknown[] => asked.filter(([call]) => call === 'preview').map(([, overrides]) => overrides);
  const done = (): unknown[] => asked.filter(([call]) => call !== 'preview');
  const openFile = () => stores.session.setState(addSurvey(PATH, { ...CUBE, path: PATH, mapping: detected }));
  return {
    stores,
    clock,
    asked,
    refusing,
    followed,
    assistant,
    previewed,
    done,
    openFile,
    state: () => stores.assistant.getState(),
  };
}

let rig: ReturnType<typeof createRig>;
beforeEach(() => {
  rig = createRig();
});

describe('the assistant', () => {
  test('looks at what is in use, then pictures the list', async () => {
    rig.openFile();
    await rig.assistant.open(PATH);
    await rig.clock.advance(0);
    expect(chosenReading(rig.state())).toMatchObject({ title: 'Standard', isInUse: true });
    expect(rig.previewed()).toEqual([{}, proposalOf(STANDARD, '').overrides, proposalOf(PETREL, '').overrides]);
  });

  test('follows typing after a pause, and what cannot be understood not at all', async () => {
    await rig.assistant.open(PATH);
    await rig.clock.advance(0);
    const before = rig.previewed().length;
    rig.assistant.edit('samples', '4');
    await rig.clock.advance(100);
    rig.assistant.edit('samples', '46');
    await rig.clock.advance(149);
    expect(rig.previewed()).toHaveLength(before);
    await rig.clock.advance(1);
    expect(rig.previewed().slice(before)).toEqual([{ ...proposalOf(STANDARD, '').overrides, samples: 46 }]);
    rig.assistant.edit('samples', '46x');
    await rig.clock.advance(200);
    expect(rig.previewed()).toHaveLength(before + 1);
    expect(chosenDraft(rig.state())?.invalid.samples).toMatch(/whole number/);
    expect(rig.assistant.previews?.shown).toMatchObject({
      isPending: false,
      preview: { info: { mapping: { mapping: { samples: 46 } } } },
    });
    rig.assistant.edit('samples', null);
    expect(textOfField(rig.state(), 'samples')).toBe('46');
    await rig.clock.advance(150);
    expect(textOfField(rig.state(), 'samples')).toBe('75');
  });

  test('reads the open file so, keeps it, and closes', async () => {
    rig.openFile();
    await rig.assistant.open(PATH);
    rig.assistant.choose('proposal-1');
    rig.assistant.edit('format', '5');
    await rig.assistant.apply();
    expect(rig.done()).toEqual([
      ['remap', { ...proposalOf(PETREL, '').overrides, format: 5 }],
      ['accept', 'cube'],
    ]);
    expect(rig.followed[0]?.mapping?.mapping.format).toBe(5);
    expect(rig.state().path).toBeNull();
  });

  test('opens a file that did not open by itself, without keeping the mapping where the user does not want that', async () => {
    rig.refusing.proposals = true;
    rig.stores.session.setState(startOpening(PATH));
    rig.stores.session.setState(failOpening(PATH, { code: 'not-segy', path: PATH, reason: 'it is not' }));
    await rig.assistant.open(PATH);
    expect(rig.state().proposing).toMatchObject({ status: 'failed', fault: { code: 'not-segy' } });
    expect(chosenReading(rig.state())?.origin).toBe('own');
    rig.assistant.edit('format', '1');
    rig.assistant.setKept(false);
    await rig.assistant.apply();
    expect(rig.done()).toEqual([['open', { format: 1 }]]);
    expect(rig.stores.session.getState()).toMatchObject({ openings: [], surveys: [{ openedFrom: PATH }] });
  });

  test('stays open where the file cannot be read so, and says why', async () => {
    rig.openFile();
    rig.refusing.reading = true;
    await rig.assistant.open(PATH);
    await rig.assistant.apply();
    expect(rig.state()).toMatchObject({ path: PATH, applying: { status: 'failed', fault: { code: 'not-segy' } } });
    rig.assistant.edit('samples', '50');
    expect(rig.state().applying).toEqual({ status: 'idle' });
  });

  test('takes a saved mapping, and says what is wrong with one', async () => {
    await rig.assistant.open(PATH);
    rig.assistant.load('mine.json', '{"inline": "9:int32", "format": 5}');
    expect(chosenReading(rig.state())?.title).toBe('mine.json');
    expect(chosenDraft(rig.state())?.overrides).toEqual({ inline: { byte: 9, type: 'int32' }, format: 5 });
    rig.assistant.load('other.json', '{"colour": "red"}');
    expect(rig.state().applying).toMatchObject({ fault: { detail: expect.stringContaining('colour') as string } });
    rig.assistant.load('text.json', 'not JSON');
    expect(rig.state().applying).toMatchObject({ fault: { detail: expect.stringContaining('text.json') as string } });
  });

  test('forgets what was kept, and asks for nothing after it was closed', async () => {
    rig.openFile();
    await rig.assistant.open(PATH);
    rig.assistant.edit('samples', '50');
    await rig.assistant.applyDetected();
    expect(rig.done()).toEqual([['forget', 'cube']]);
    expect(rig.state().path).toBeNull();
    const before = rig.asked.length;
    await rig.clock.advance(1000);
    expect(rig.asked).toHaveLength(before);
  });
});
