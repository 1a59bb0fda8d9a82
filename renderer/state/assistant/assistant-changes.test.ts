import { describe, expect, it } from 'vitest';
import type { MappingState } from '../../../shared/mapping/segy-mapping.ts';
import { PETREL, proposalOf, STANDARD } from '../testing/mappings.ts';
import {
  addLoadedReading,
  chooseReading,
  chosenDraft,
  chosenReading,
  editField,
  openAssistant,
  settleReadings,
} from './assistant-changes.ts';
import type { AssistantState } from './assistant-store.ts';

const PROPOSALS = [proposalOf(STANDARD, 'Standard 189/193'), proposalOf(PETREL, 'Petrel 5/21')];

const readBy = (mapping: MappingState['mapping'], overrides: MappingState['overrides'] = {}): MappingState => ({
  mapping,
  overrides,
  origin: 'given',
  preset: null,
  reasons: [],
});

const after = (...changes: readonly ((state: AssistantState) => Partial<AssistantState>)[]): AssistantState =>
  changes.reduce<AssistantState>((state, change) => ({ ...state, ...change(state) }), openAssistant('/data/f3.sgy'));

const titles = ({ readings }: AssistantState): string[] => readings.map(({ title }) => title);

describe('the assistant', () => {
  it('looks at the proposal by which the file is read already', () => {
    const state = after(settleReadings(PROPOSALS, readBy(PETREL, { inline: PETREL.inline })));
    expect(titles(state)).toEqual(['Standard 189/193', 'Petrel 5/21']);
    expect(chosenReading(state)).toMatchObject({ title: 'Petrel 5/21', isInUse: true });
    expect(chosenDraft(state)?.overrides).toEqual({ inline: PETREL.inline });
  });

  it('adds nothing to what is detected but what the user changes', () => {
    const state = after(settleReadings(PROPOSALS, readBy(STANDARD)), editField('domain', 'depth'));
    expect(chosenDraft(state)?.overrides).toEqual({ domain: 'depth' });
  });

  it('looks at the present reading where nobody proposes it, with its overrides as edits', () => {
    const overrides = { samples: 462, scalarValue: null };
    const state = after(settleReadings(PROPOSALS, readBy({ ...STANDARD, samples: 462 }, overrides)));
    expect(titles(state)).toEqual(['As it is read now', 'Standard 189/193', 'Petrel 5/21']);
    expect(state.edits['now']).toEqual({ samples: '462', scalarValue: '' });
    expect(chosenDraft(state)?.overrides).toEqual(overrides);
  });

  it('looks at the best proposal of a file that is not open, and at nothing known where there is none', () => {
    expect(chosenReading(after(settleReadings(PROPOSALS, null)))?.title).toBe('Standard 189/193');
    const own = after(settleReadings([], null));
    expect(chosenReading(own)).toMatchObject({ origin: 'own', mapping: null });
    expect(chosenDraft(own)?.overrides).toEqual({});
  });

  it('keeps the edits of each reading while another is looked at', () => {
    const edited = after(settleReadings(PROPOSALS, null), editField('inline', '9:int32'));
    const other = { ...edited, ...chooseReading('proposal-1')(edited) };
    expect(chosenDraft(other)?.overrides).toEqual(PROPOSALS[1]!.overrides);
    const back = { ...other, ...chooseReading('proposal-0')(other) };
    expect(chosenDraft(back)?.overrides.inline).toEqual({ byte: 9, type: 'int32' });
    expect({ ...back, ...chooseReading('nobody')(back) }).toEqual(back);
  });

  it('takes what was loaded as edits that can be reset one by one', () => {
    const loaded = after(settleReadings(PROPOSALS, null), addLoadedReading('mine.json', { format: 5, samples: 10 }));
    expect(titles(loaded)[0]).toBe('mine.json');
    const reset = { ...loaded, ...editField('samples', null)(loaded) };
    expect(chosenDraft(reset)?.overrides).toEqual({ format: 5 });
  });
});
