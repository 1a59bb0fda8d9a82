/** The datasets that may be the survey, likeliest first, each with the likeliest way to read it. */
import type { Hdf5Proposal } from '../../../../shared/hdf5/hdf5-outline.ts';
import { nameOfPath } from './axis-names.ts';
import { canBeSurvey, guessDataset, type DatasetGuess } from './dataset-guess.ts';
import type { ForeignNode } from './foreign-node.ts';
import { overridesOfGuess } from './settle-dataset.ts';

/** A file of more is no survey's. */
const MOST_PROPOSALS = 64;

export function proposeDatasets(nodes: readonly ForeignNode[]): Hdf5Proposal[] {
  const guesses = nodes.filter(canBeSurvey).map((node) => ({
    guess: guessDataset(node, nodes),
    elements: node.dataset.shape.reduce((product, size) => product * size, 1),
  }));
  const scored = guesses
    .map(({ guess, elements }) => ({ guess, score: scoreOf(guess, elements) }))
    .toSorted((one, other) => other.score - one.score);
  const certain = certainOf(scored.map(({ guess }) => guess));
  return scored.slice(0, MOST_PROPOSALS).map(({ guess }) => ({
    overrides: overridesOfGuess(guess),
    reasons: guess.reasons,
    isCertain: guess === certain,
    acceptedFor: null,
  }));
}

const isCube = ({ roles }: DatasetGuess): boolean => roles.includes('inline');

/** Names tell most, then three axes, then size: coordinates and masks are sections too, but small. */
const scoreOf = (guess: DatasetGuess, elements: number): number =>
  (guess.isNamed ? 200 : 0) + (isCube(guess) ? 400 : 0) + Math.log2(elements) + (isCalledData(guess) ? 100 : 0);

/** SEGY-SAK's name for it. */
const isCalledData = ({ path }: DatasetGuess): boolean => nameOfPath(path) === 'data';

/** The only one whose axes are all named; of several the one called `data`. */
function certainOf(guesses: readonly DatasetGuess[]): DatasetGuess | null {
  const named = guesses.filter(({ isNamed, roles }) => isNamed && roles.includes('sample'));
  const cubes = named.filter(isCube);
  const likely = cubes.length > 0 ? cubes : named;
  if (likely.length === 1) return likely[0]!;
  const called = likely.filter(isCalledData);
  return called.length === 1 ? called[0]! : null;
}
