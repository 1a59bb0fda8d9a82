/** What an expression over header words is made of. */
import { CrosslineError } from '../../errors.ts';
import type { HeaderPlace } from '../../mapping/header-place.ts';

export type Arithmetic = '+' | '-' | '*' | '/' | '%';
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Logic = 'and' | 'or';

export type FilterNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly place: HeaderPlace }
  /** The trace's place in the file, counted from 1. */
  | { readonly kind: 'trace' }
  | { readonly kind: 'negative' | 'absolute' | 'not'; readonly operand: FilterNode }
  | {
      readonly kind: 'binary';
      readonly operator: Arithmetic | Comparison | Logic;
      readonly left: FilterNode;
      readonly right: FilterNode;
    };

/** A part of the expression, in characters from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @returns the error that names the part of the expression which cannot be understood, and why */
export const wrongExpression = (expression: string, { start, end }: Span, detail: string): CrosslineError =>
  new CrosslineError({ code: 'wrong-expression', expression, start, end, detail });
