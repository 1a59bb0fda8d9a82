/**
 * Ways in which a case fails. A survey that opens, and a typed error that says what to do, are what a user may meet; all
 * of these are defects. `crash`, `hang`, `slow` and `memory` are found from outside.
 */
export type FailureKind =
  | 'crash'
  | 'hang'
  | 'slow'
  | 'memory'
  /** A fault of code `internal`, or one without words for the user. */
  | 'internal'
  /** A typed fault that does not belong where it came from. */
  | 'misplaced'
  /** An open survey, of a file that nobody has touched, whose planes cannot be read. */
  | 'unreadable'
  /** What is told of a survey contradicts itself. */
  | 'contradiction'
  /** Addon and twin disagree. */
  | 'disagreement';

export interface Failure {
  readonly kind: FailureKind;
  readonly detail: string;
}

export class FuzzFailure extends Error {
  readonly failure: Failure;

  constructor(kind: FailureKind, detail: string) {
    super(`${kind}: ${detail}`);
    this.name = 'FuzzFailure';
    this.failure = { kind, detail };
  }
}
