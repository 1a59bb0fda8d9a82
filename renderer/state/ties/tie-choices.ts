/** What the user has said of lines and crossings, and how it is taken back: reference lines and rejected crossings. */
import type { TieLine, TiePlace } from '../../../shared/tie-calls.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { profileKey } from '../crossings/crossing-at.ts';

export interface TieChoices {
  /** Lines that are right. */
  readonly references: readonly TieLine[];
  /** Crossings that say nothing of the lines. */
  readonly rejected: readonly TiePlace[];
}

/** Choices before and after those that hold, each to be had back. */
export interface ChoiceHistory {
  readonly choices: TieChoices;
  /** The latest last. */
  readonly past: readonly TieChoices[];
  /** The next first. */
  readonly future: readonly TieChoices[];
}

export const NO_CHOICES: TieChoices = { references: [], rejected: [] };
export const NO_HISTORY: ChoiceHistory = { choices: NO_CHOICES, past: [], future: [] };

export const placeKey = ({ line1, line2, t11, t21 }: TiePlace): string =>
  `${profileKey(line1)} ${t11} ${profileKey(line2)} ${t21}`;

export const isReference = ({ references }: TieChoices, line: TieLine): boolean =>
  references.some((each) => profileKey(each) === profileKey(line));

export const isRejected = ({ rejected }: TieChoices, place: TiePlace): boolean =>
  rejected.some((each) => placeKey(each) === placeKey(place));

type Change = (history: ChoiceHistory) => ChoiceHistory;

/** A line is held fixed, or let go. */
export const toggleReference =
  ({ surveyId, line }: TieLine): Change =>
  (history) => {
    const { choices } = history;
    const references = toggled(choices.references, { surveyId, line }, profileKey);
    return chosen(history, { ...choices, references });
  };

/** A crossing is rejected, or accepted again. */
export const toggleRejected =
  (place: TiePlace): Change =>
  (history) =>
    chosen(history, { ...history.choices, rejected: toggled(history.choices.rejected, place, placeKey) });

export const undo: Change = (history) => {
  const { choices, past, future } = history;
  const earlier = past.at(-1);
  return earlier === undefined ? history : { choices: earlier, past: past.slice(0, -1), future: [choices, ...future] };
};

export const redo: Change = (history) => {
  const { choices, past, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { choices: next, past: [...past, choices], future: later };
};

/** After a lost engine a survey comes back under another id; what was said of its lines still holds. */
export const renameLines =
  (earlierId: SurveyId, id: SurveyId): Change =>
  ({ choices, past, future }) => {
    const line = (each: TieLine): TieLine => (each.surveyId === earlierId ? { ...each, surveyId: id } : each);
    const place = (each: TiePlace): TiePlace => ({ ...each, line1: line(each.line1), line2: line(each.line2) });
    const renamed = ({ references, rejected }: TieChoices): TieChoices => ({
      references: references.map(line),
      rejected: rejected.map(place),
    });
    return { choices: renamed(choices), past: past.map(renamed), future: future.map(renamed) };
  };

const chosen = ({ choices, past }: ChoiceHistory, next: TieChoices): ChoiceHistory => ({
  choices: next,
  past: [...past, choices],
  future: [],
});

function toggled<Item>(items: readonly Item[], item: Item, keyOf: (item: Item) => string): readonly Item[] {
  const key = keyOf(item);
  const others = items.filter((each) => keyOf(each) !== key);
  return others.length < items.length ? others : [...items, item];
}
